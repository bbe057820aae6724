import { ref } from '@mikro-orm/core';
import { problem } from '@xinghuo/shared/kernel/problem';
import { cleanText } from '@xinghuo/shared/kernel/text-limits';
import { type ApplicantKind, type ServiceType, TEAM_LIMITS, type TeamKind } from '@xinghuo/shared/teams/team';
import { useCase } from '../../platform/write/use-case.ts';
import { Region, regionAccess } from '../places/index.ts';
import { Unit, unitAccess } from '../units/index.ts';
import { namedMembers } from './members.ts';
import { teamAccess } from './team.access.ts';
import { Team } from './team.entity.ts';
import { teamFactProblems } from './team.rules.ts';

interface Input {
  readonly id: string;
  readonly version: number;
  readonly name?: string | null;
  readonly nameEn?: string | null;
  readonly kind?: TeamKind | null;
  readonly unitId?: string | null;
  readonly regionId?: string | null;
  readonly serviceTypes?: readonly ServiceType[] | null;
  readonly applicantKind?: ApplicantKind | null;
  readonly founded?: string | null;
  readonly intro?: string | null;
  readonly memberCount?: number | null;
  readonly activeMonths?: number | null;
  readonly serviceMinutes?: number | null;
}

/** What was registered and approved: changed by those who approve teams only. */
const REGISTERED = [
  'name',
  'kind',
  'applicantKind',
  'founded',
  'memberCount',
  'activeMonths',
  'serviceMinutes',
] as const;

/** Changes a team. */
export const updateTeam = useCase('teamUpdate', async (tx, input: Input) => {
  const team = await tx.get(Team, teamAccess, input.id, { right: 'update', version: input.version });
  const may = await tx.rights(Team, teamAccess, team.id, ['manage']);
  if (!may('manage'))
    tx.note(
      ...registeredChanges(team, input).map((field) => problem('RIGHT_MISSING', field, { event: 'update' })),
    );
  tx.note(...teamFactProblems(input, tx.now));
  const named =
    input.memberCount === undefined || input.memberCount === null ? 0 : await namedMembers(tx, team.id);
  if (named > 0 && (input.memberCount ?? 0) < named)
    tx.note(problem('OUT_OF_RANGE', 'memberCount', { min: named, max: TEAM_LIMITS.members }));
  tx.settle();
  if (input.unitId && input.unitId !== team.unit?.id) {
    team.unit = ref(await tx.get(Unit, unitAccess, input.unitId, { path: 'unitId', lock: 'share' }));
  }
  if (input.regionId && input.regionId !== team.region.id) {
    team.region = ref(
      await tx.get(Region, regionAccess, input.regionId, { path: 'regionId', lock: 'share' }),
    );
  }
  if (input.nameEn !== undefined && input.nameEn !== null) team.nameEn = cleanText(input.nameEn);
  if (input.intro !== undefined && input.intro !== null) team.intro = cleanText(input.intro) ?? '';
  if (input.serviceTypes) team.serviceTypes = [...input.serviceTypes];
  team.name = cleanText(input.name) ?? team.name;
  team.kind = input.kind ?? team.kind;
  team.applicantKind = input.applicantKind ?? team.applicantKind;
  team.founded = input.founded ?? team.founded;
  team.memberCount = input.memberCount ?? team.memberCount;
  team.activeMonths = input.activeMonths ?? team.activeMonths;
  team.serviceMinutes = input.serviceMinutes ?? team.serviceMinutes;
  return { team: team.id };
});

/** The registered facts an input would change. */
function registeredChanges(team: Team, input: Input): readonly string[] {
  const changed: string[] = REGISTERED.filter((field) => {
    const given = input[field];
    return given !== undefined && given !== null && given !== team[field];
  });
  if (input.unitId && input.unitId !== team.unit?.id) changed.push('unitId');
  if (input.regionId && input.regionId !== team.region.id) changed.push('regionId');
  return changed;
}
