import { sql } from 'kysely';
import { anyOf, type Condition, isIn, type Sql } from '../../platform/access/condition.ts';
import { holds, holdsCitywide, scopeIds, type Viewer } from '../../platform/access/viewer.ts';
import { extendedEntryRead } from './extensions.ts';

/** The keys of an entry that its policy looks at, whichever alias or subquery they come from. */
export interface EntryKeys {
  readonly id: Sql<string>;
  readonly competition: Sql<string>;
  readonly team: Sql<string>;
}

/** Met by those who run the edition: coordinators of the city or of this edition. */
export function runsCompetition(viewer: Viewer, competitionId: Sql<string>): Condition {
  return anyOf(
    holdsCitywide(viewer, 'COORDINATOR'),
    isIn(competitionId, scopeIds(viewer, 'COORDINATOR', 'COMPETITION')),
  );
}

/** Met by the leader of the team that enters. */
export function leadsTeam(viewer: Viewer, teamId: Sql<string>): Condition {
  return isIn(teamId, scopeIds(viewer, 'TEAM_LEADER', 'TEAM'));
}

/** Met by the liaison of the unit that the team belongs to. */
export function liaisesTeam(viewer: Viewer, teamId: Sql<string>): Condition {
  const units = scopeIds(viewer, 'UNIT_LIAISON', 'UNIT');
  if (units.length === 0) return false;
  return sql<boolean>`exists (select 1 from team liaised where liaised.id = ${teamId} and ${isIn(sql`liaised.unit_id`, units)})`;
}

/** Those who see all of an entry, contacts and screening included: the office, auditors, the team itself. */
export function mayHandle(viewer: Viewer, entry: EntryKeys): Condition {
  return anyOf(
    holds(viewer, 'AUDITOR'),
    runsCompetition(viewer, entry.competition),
    leadsTeam(viewer, entry.team),
  );
}

/** Those who read what the team wrote and attached: besides them, judges with the entry in hand. */
export function readsWhole(viewer: Viewer, entry: EntryKeys): Condition {
  return anyOf(mayHandle(viewer, entry), extendedEntryRead(viewer, entry.id));
}

/** `exists` an entry with this key for which the condition holds; for what hangs on an entry. */
export function ofEntry(entryId: Sql, condition: (entry: EntryKeys) => Condition): Condition {
  const met = condition({
    id: sql`own_entry.id`,
    competition: sql`own_entry.competition_id`,
    team: sql`own_entry.team_id`,
  });
  if (typeof met === 'boolean') return met;
  return sql<boolean>`exists (select 1 from entry own_entry where own_entry.id = ${entryId} and ${met})`;
}
