import { sql } from 'kysely';
import { anyOf, type Condition, isIn, type Sql } from '../../platform/access/condition.ts';
import { scopeIds, type Viewer } from '../../platform/access/viewer.ts';

type Entrants = (teamId: Sql, competitionIds: readonly string[]) => Condition;
let entrants: Entrants = () => false;

/** The competition domain says which teams take part in an edition; until then none does. */
export function describeEntrants(takesPart: Entrants): void {
  entrants = takesPart;
}

/** Met by teams that take part in an edition the viewer coordinates without coordinating the whole city. */
export function entersCoordinated(viewer: Viewer, teamId: Sql): Condition {
  const ids = coordinatedEditions(viewer);
  return ids.length === 0 ? false : entrants(teamId, ids);
}

/** The editions that a viewer coordinates without coordinating the whole city. */
export function coordinatedEditions(viewer: Viewer): readonly string[] {
  return scopeIds(viewer, 'COORDINATOR', 'COMPETITION');
}

/** Met by the roles that belong to one of the editions: its judges, and the leaders of the teams that enter. */
export function belongsToEditions(
  grant: { readonly role: Sql; readonly scopeId: Sql },
  competitionIds: readonly string[],
): Condition {
  if (competitionIds.length === 0) return false;
  const enters = entrants(grant.scopeId, competitionIds);
  const leads = enters === false ? false : sql<boolean>`(${grant.role} = 'TEAM_LEADER' and ${enters})`;
  return anyOf(sql<boolean>`(${grant.role} = 'JUDGE' and ${isIn(grant.scopeId, competitionIds)})`, leads);
}
