import { TEAM_PERMISSIONS } from '@xinghuo/shared/teams/permissions';
import { sql } from 'kysely';
import type { Domain } from '../../platform/domain.ts';
import { describeScope } from '../identity/index.ts';
import { seedTeams } from './seed.ts';
import { Team, TeamMember } from './team.entity.ts';
import { TeamResolver, TeamTransitionResolver } from './team.resolver.ts';
import './team-export.ts';
import './team-import.ts';

export { teamAccess } from './team.access.ts';
export { Team, TeamMember } from './team.entity.ts';
export { ApplicantKindFilter } from './team.list.ts';

export { teamRead } from './team.read.ts';
export { ApplicantKindEnum, TeamType } from './team.types.ts';

describeScope('TEAM', {
  name: (scopeId) => sql`(select scope_team.name from team scope_team where scope_team.id = ${scopeId})`,
  nameEn: (scopeId) =>
    sql`(select nullif(scope_team.name_en, '') from team scope_team where scope_team.id = ${scopeId})`,
  words: sql`select id, array[name, number] as words from team`,
});

/** Volunteer teams and their members. */
export const teams: Domain = {
  name: 'teams',
  permissions: TEAM_PERMISSIONS,
  entities: [Team, TeamMember],
  resolvers: [TeamResolver, TeamTransitionResolver],
  loadDemonstration: seedTeams,
};
