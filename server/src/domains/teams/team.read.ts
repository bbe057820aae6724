import { TEAM_LIFECYCLE } from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import { asSql } from '../../platform/access/condition.ts';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import { column, computed, defineRead, expression, many, one } from '../../platform/read/define-read.ts';
import { teamAccess, teamMemberAccess } from './team.access.ts';
import { Team, TeamMember } from './team.entity.ts';

/** How a member is read. */
export const teamMemberRead = defineRead({
  type: 'TeamMember',
  entity: TeamMember,
  access: teamMemberAccess,
  fields: {
    accountId: column('account', { shown: teamMemberAccess.actions.know }),
    name: expression((row, { viewer }) => {
      const known = asSql(teamMemberAccess.actions.know(viewer, row));
      return sql`case when ${known} then ${row.col('name')} else left(${row.col('name')}, 1) || '**' end`;
    }),
  },
});

/** How a team is read. */
export const teamRead = defineRead({
  type: 'Team',
  entity: Team,
  access: teamAccess,
  fields: {
    stateReason: column('stateReason', { shown: teamAccess.actions.lookInside }),
    leader: one(() => teamMemberRead, {
      on: (team, member) =>
        sql<boolean>`${member.col('team')} = ${team.id} and ${member.col('role')} = 'LEADER' and ${member.col('until')} is null`,
    }),
    members: many(() => teamMemberRead, {
      on: (team, member) =>
        sql<boolean>`${member.col('team')} = ${team.id} and ${member.col('until')} is null`,
      order: (member) => sql`${member.col('role')}, ${member.col('since')}, ${member.id}`,
      limit: 500,
    }),
    canUpdate: computed([], (row) => row.may('update'), ['update']),
    availableTransitions: transitionsField(TEAM_LIFECYCLE),
  },
});
