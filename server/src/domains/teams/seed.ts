import { SERVICE_TYPES, TEAM_KINDS } from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { givenDocument } from '../../platform/given-data.ts';
import { sampleName } from '../../platform/sample-names.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { teamNumber } from './team.rules.ts';

interface GivenTeam {
  readonly name: string;
  readonly nameEn: string;
  /** National code. */
  readonly kind: number;
  readonly unit: string;
  readonly regionCode: string;
  readonly serviceTypes: readonly string[];
  readonly founded: string;
  readonly intro: string;
  readonly applicantKind: string;
  readonly leader: string;
  readonly members: number;
  readonly hours: number;
  readonly activeMonths: number;
}

/** The value whose national code it is. */
function byCode<K extends string>(table: Readonly<Record<K, { readonly code?: string }>>, code: string): K {
  const found = (Object.keys(table) as K[]).find((key) => table[key].code === code);
  if (!found) throw new Error(`teams.json: nothing has the code ${code}`);
  return found;
}

const store = useCase('teamsSeed', async (tx, input: { readonly teams: readonly GivenTeam[] }) => {
  const teams = input.teams.map((team, index) => ({
    ...team,
    id: uuidv7(),
    number: teamNumber(index + 1),
    kind: byCode(TEAM_KINDS, String(team.kind)),
    services: team.serviceTypes.map((code) => byCode(SERVICE_TYPES, code)),
    minutes: team.hours * 60,
  }));
  const count = await tx.execute(
    sql`insert into team (id, created_at, updated_at, version, number, name, name_en, kind, unit_id, region_id, service_types,
        applicant_kind, founded, intro, state, member_count, active_months, service_minutes)
      select g.id, ${tx.now}, ${tx.now}, 1, g.number, g.name, g."nameEn", g.kind, u.id, r.id,
        array(select jsonb_array_elements_text(g.services)), g."applicantKind", g.founded, g.intro, 'ACTIVE', g.members, g."activeMonths", g.minutes
      from jsonb_to_recordset(${JSON.stringify(teams)}::jsonb)
        as g(id uuid, number text, name text, "nameEn" text, kind text, unit text, "regionCode" text, services jsonb,
          "applicantKind" text, founded date, intro text, members int, "activeMonths" int, minutes int)
      join region r on r.code = g."regionCode"
      join unit u on u.name = g.unit
      on conflict (number) do nothing`,
    { type: 'Team', id: teams[0]?.id ?? '', kind: 'create', after: { teams: teams.length } },
  );
  const members = teams.flatMap((team, index) => membersOf(team, index));
  await tx.execute(
    sql`insert into team_member (id, team_id, name, role, since)
      select g.id, g.team, g.name, g.role, g.since
      from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as g(id uuid, team uuid, name text, role text, since date)
      join team t on t.id = g.team`,
    { type: 'TeamMember', id: members[0]?.id ?? '', kind: 'create', after: { members: members.length } },
  );
  return { count };
});

/** The leader and three to eight named members, who joined in the years since the founding. */
function membersOf(
  team: Pick<GivenTeam, 'founded' | 'leader'> & { readonly id: string },
  index: number,
): readonly { id: string; team: string; name: string; role: string; since: string }[] {
  const year = Number(team.founded.slice(0, 4));
  const others = Array.from({ length: 3 + (index % 6) }, (_, place) => ({
    id: uuidv7(),
    team: team.id,
    name: sampleName(200 + index * 8 + place),
    role: 'MEMBER',
    since: later(team.founded, `${Math.min(year + 1 + (place % 3), 2025)}-0${1 + ((index + place) % 9)}-15`),
  }));
  return [{ id: uuidv7(), team: team.id, name: team.leader, role: 'LEADER', since: team.founded }, ...others];
}

/** The later of two days. */
const later = (one: string, other: string): string => (one > other ? one : other);

/** Loads the demonstration's teams with their leaders and some members. They need regions and units. */
export async function seedTeams(run: SeedRun): Promise<void> {
  const teams = await givenDocument<readonly GivenTeam[]>('teams.json');
  const { count } = await run.run(store, { teams });
  run.say(`队伍 Teams: ${count}`);
}
