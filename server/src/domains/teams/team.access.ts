import { sql } from 'kysely';
import { defineAccess } from '../../platform/access/access.ts';
import { allOf, anyOf, type Condition, isIn } from '../../platform/access/condition.ts';
import { holds, holdsCitywide, scopeIds, type Viewer } from '../../platform/access/viewer.ts';
import type { Row } from '../../platform/read/row.ts';
import { entersCoordinated } from '../identity/index.ts';
import { withinRegions } from '../places/index.ts';

/** Those who may look inside a team: the whole city's staff, its unit's liaison, its place's manager, its leader. */
const looksAfter = (viewer: Viewer, row: Row): Condition =>
  anyOf(
    holds(viewer, 'COORDINATOR', 'AUDITOR'),
    isIn(row.id, scopeIds(viewer, 'TEAM_LEADER', 'TEAM')),
    isIn(row.col('unit'), scopeIds(viewer, 'UNIT_LIAISON', 'UNIT')),
    withinRegions(row.col('region'), scopeIds(viewer, 'SITE_MANAGER', 'REGION')),
  );

/** Teams: approved ones are a public register; those that wait or were rejected are seen by whom they concern. */
export const teamAccess = defineAccess({
  subject: 'Team',
  read: (viewer, row) =>
    anyOf(
      holds(viewer, 'SYSTEM_ADMIN'),
      looksAfter(viewer, row),
      sql<boolean>`${row.col('state')} in ('ACTIVE', 'SUSPENDED', 'ARCHIVED')`,
    ),
  actions: {
    manage: (viewer) => holdsCitywide(viewer, 'COORDINATOR'),
    update: (viewer, row) =>
      anyOf(
        holdsCitywide(viewer, 'COORDINATOR'),
        isIn(row.id, scopeIds(viewer, 'TEAM_LEADER', 'TEAM')),
        isIn(row.col('unit'), scopeIds(viewer, 'UNIT_LIAISON', 'UNIT')),
      ),
    lookInside: looksAfter,
  },
});

/** Those who know a member by name: the city's staff, the team itself and those who look after it, the person. */
const knowsMember = (viewer: Viewer, row: Row): Condition =>
  anyOf(
    holdsCitywide(viewer, 'COORDINATOR'),
    holds(viewer, 'AUDITOR'),
    isIn(row.col('team'), scopeIds(viewer, 'TEAM_LEADER', 'TEAM')),
    viewer.accountId === null ? false : sql<boolean>`${row.col('account')} = ${viewer.accountId}`,
    ofTeams(row, viewer),
  );

/**
 * Members are personal data: seen by those who look after the team, the person, and nobody else. Who coordinates one
 * edition sees that the teams entered in it have members, and their leader by name.
 */
export const teamMemberAccess = defineAccess({
  subject: 'TeamMember',
  read: (viewer, row) => anyOf(knowsMember(viewer, row), entersCoordinated(viewer, row.col('team'))),
  actions: {
    /** Sees name and account. */
    know: (viewer, row) => anyOf(knowsMember(viewer, row), leadsEntrant(viewer, row)),
    update: (viewer, row) =>
      anyOf(
        holdsCitywide(viewer, 'COORDINATOR'),
        isIn(row.col('team'), scopeIds(viewer, 'TEAM_LEADER', 'TEAM')),
        ofUnits(row, scopeIds(viewer, 'UNIT_LIAISON', 'UNIT')),
      ),
  },
});

/** Met by the leader of a team that entered an edition the viewer coordinates: whom its office has to reach. */
function leadsEntrant(viewer: Viewer, row: Row): Condition {
  return allOf(sql<boolean>`${row.col('role')} = 'LEADER'`, entersCoordinated(viewer, row.col('team')));
}

function ofUnits(row: Row, ids: readonly string[]): Condition {
  if (ids.length === 0) return false;
  return sql<boolean>`exists (select 1 from team member_team where member_team.id = ${row.col('team')} and ${isIn(sql`member_team.unit_id`, ids)})`;
}

function ofTeams(row: Row, viewer: Viewer): Condition {
  const place = withinRegions(sql`member_team.region_id`, scopeIds(viewer, 'SITE_MANAGER', 'REGION'));
  return anyOf(
    ofUnits(row, scopeIds(viewer, 'UNIT_LIAISON', 'UNIT')),
    place === false
      ? false
      : sql<boolean>`exists (select 1 from team member_team where member_team.id = ${row.col('team')} and ${place})`,
  );
}
