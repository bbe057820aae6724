import { problem } from '@xinghuo/shared/kernel/problem';
import { cleanText } from '@xinghuo/shared/kernel/text-limits';
import type { ApplicantKind, ServiceType, TeamKind } from '@xinghuo/shared/teams/team';
import { holdsCitywide, scopeIds } from '../../platform/access/viewer.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Region, regionAccess } from '../places/index.ts';
import { Unit, unitAccess } from '../units/index.ts';
import { Team, TeamMember } from './team.entity.ts';
import { nextTeamNumber, numberTaken, shanghaiDay, teamFactProblems } from './team.rules.ts';

interface Input {
  readonly number?: string | null;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly kind: TeamKind;
  readonly unitId?: string | null;
  readonly regionId: string;
  readonly serviceTypes: readonly ServiceType[];
  readonly applicantKind: ApplicantKind;
  readonly founded?: string | null;
  readonly intro?: string | null;
  readonly leaderName?: string | null;
  readonly memberCount?: number | null;
}

/** Registers a team; it waits for approval. */
export const createTeam = useCase('teamCreate', async (tx, input: Input) => {
  tx.note(...teamFactProblems(input, tx.now));
  const own = scopeIds(tx.viewer, 'UNIT_LIAISON', 'UNIT');
  if (!holdsCitywide(tx.viewer, 'COORDINATOR') && !(input.unitId && own.includes(input.unitId))) {
    tx.note(problem('RIGHT_MISSING', 'unitId', { event: 'create' }));
  }
  tx.settle();
  const number = cleanText(input.number) ?? (await nextTeamNumber(tx));
  tx.note(await numberTaken(tx, number));
  tx.settle();
  const region = await tx.get(Region, regionAccess, input.regionId, { path: 'regionId', lock: 'share' });
  const unit = input.unitId
    ? await tx.get(Unit, unitAccess, input.unitId, { path: 'unitId', lock: 'share' })
    : null;
  const leader = cleanText(input.leaderName);
  const team = tx.em.create(Team, {
    number,
    name: cleanText(input.name) ?? '',
    nameEn: cleanText(input.nameEn),
    kind: input.kind,
    unit,
    region,
    serviceTypes: [...input.serviceTypes],
    applicantKind: input.applicantKind,
    founded: input.founded ?? null,
    intro: cleanText(input.intro) ?? '',
    memberCount: Math.max(input.memberCount ?? 0, leader ? 1 : 0),
  });
  if (leader) tx.em.create(TeamMember, { team, name: leader, role: 'LEADER', since: shanghaiDay(tx.now) });
  await tx.em.flush();
  tx.subject = { type: 'Team', id: team.id };
  return { team: team.id };
});
