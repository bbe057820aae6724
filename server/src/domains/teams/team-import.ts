import { LockMode, ref } from '@mikro-orm/core';
import { EARLIEST_DAY, TEAM_LIMITS } from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import { assignChanged, defineImport, type ImportRow } from '../../platform/imports/index.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { Region, regionReferences } from '../places/index.ts';
import { Unit, unitReferences } from '../units/index.ts';
import { Team, TeamMember } from './team.entity.ts';
import { shanghaiDay } from './team.rules.ts';
import { type TeamRow, teamSheet } from './team-sheet.ts';

interface TeamFound {
  readonly number: string;
  readonly state: string;
  readonly named: number;
}

/** Teams from a sheet, known by their number. New ones are registered as approved: the sheet comes from the register. */
defineImport<TeamRow>({
  kind: 'teams',
  permission: 'team.import',
  sheet: teamSheet,
  async check(rows, { query, now }, log) {
    const [regions, units] = [await regionReferences(query), await unitReferences(query)];
    const today = shanghaiDay(now);
    const found = await query(
      sql<TeamFound>`select t.number, t.state, (select count(*)::int from team_member m where m.team_id = t.id and m.until is null) as named
        from team t where t.number in (select jsonb_array_elements_text(${JSON.stringify(rows.map(({ values }) => values.number))}::jsonb))`,
    );
    const known = new Map(found.map((team) => [team.number, team]));
    for (const { row, values } of rows) {
      regions.check(log, row, 'region', values.region);
      units.check(log, row, 'unit', values.unit);
      if (values.founded !== null && (values.founded > today || values.founded < EARLIEST_DAY)) {
        log.add(row, 'founded', 'CELL_OUT_OF_RANGE', () => ({ min: EARLIEST_DAY, max: today }));
      }
      const team = known.get(values.number);
      if (team?.state === 'ARCHIVED' || team?.state === 'REJECTED') {
        log.add(row, 'number', 'ROW_NOT_ALLOWED', () => ({ state: team.state }));
      }
      if (team && values.memberCount !== null && values.memberCount < team.named) {
        log.add(row, 'memberCount', 'CELL_OUT_OF_RANGE', () => ({
          min: team.named,
          max: TEAM_LIMITS.members,
        }));
      }
    }
  },
  async apply(tx, rows: readonly ImportRow<TeamRow>[]) {
    const query = tx.query.bind(tx);
    const [regions, units] = [await regionReferences(query), await unitReferences(query)];
    const numbers = rows.map(({ values }) => values.number);
    const present = await tx.em.find(
      Team,
      { number: { $in: numbers } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const known = new Map(present.map((team) => [team.number, team]));
    const leaders = await tx.em.find(TeamMember, {
      team: { $in: present.map(({ id }) => id) },
      role: 'LEADER',
      until: null,
    });
    const leaderOf = new Map(leaders.map((member) => [member.team.id, member]));
    let created = 0;
    let updated = 0;
    for (const { values } of rows) {
      const regionId = regions.find(values.region) ?? '';
      const unitId = values.unit === null ? null : (units.find(values.unit) ?? null);
      const team = known.get(values.number);
      if (!team) {
        createTeam(tx, values, regionId, unitId);
        created += 1;
      } else if (changeTeam(tx, team, values, regionId, unitId, leaderOf.get(team.id))) updated += 1;
    }
    return { created, updated, unchanged: rows.length - created - updated };
  },
});

/** What of a row stands in the team as it is. */
function facts(values: TeamRow) {
  const {
    name,
    nameEn,
    kind,
    serviceTypes,
    applicantKind,
    founded,
    intro,
    memberCount,
    activeMonths,
    serviceHours,
  } = values;
  const serviceMinutes = serviceHours === null ? null : Math.round(Number(serviceHours) * 60);
  return {
    name,
    nameEn,
    kind,
    serviceTypes,
    applicantKind,
    founded,
    intro,
    memberCount,
    activeMonths,
    serviceMinutes,
  };
}

function createTeam(tx: Tx, values: TeamRow, regionId: string, unitId: string | null): void {
  const { intro, memberCount, activeMonths, serviceMinutes, ...rest } = facts(values);
  const team = tx.em.create(Team, {
    ...rest,
    number: values.number,
    region: tx.em.getReference(Region, regionId),
    unit: unitId === null ? null : tx.em.getReference(Unit, unitId),
    state: 'ACTIVE',
    intro: intro ?? '',
    memberCount: Math.max(memberCount ?? 0, values.leader ? 1 : 0),
    activeMonths: activeMonths ?? 0,
    serviceMinutes: serviceMinutes ?? 0,
  });
  if (values.leader) addLeader(tx, team, values.leader);
}

function changeTeam(
  tx: Tx,
  team: Team,
  values: TeamRow,
  regionId: string,
  unitId: string | null,
  leader: TeamMember | undefined,
): boolean {
  let changed = assignChanged(team, facts(values));
  if (team.region.id !== regionId) {
    team.region = ref(Region, regionId);
    changed = true;
  }
  if (unitId !== null && team.unit?.id !== unitId) {
    team.unit = ref(Unit, unitId);
    changed = true;
  }
  if (values.leader !== null && leader?.name !== values.leader) {
    if (leader) leader.name = values.leader;
    else {
      addLeader(tx, team, values.leader);
      team.memberCount = Math.max(team.memberCount, 1);
    }
    changed = true;
  }
  return changed;
}

function addLeader(tx: Tx, team: Team, name: string): void {
  tx.em.create(TeamMember, { team, name, role: 'LEADER', since: shanghaiDay(tx.now) });
}
