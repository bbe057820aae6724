import { sql } from 'kysely';
import { defineAccess } from '../../platform/access/access.ts';
import { anyOf, asSql, type Condition, type Sql } from '../../platform/access/condition.ts';
import { holds, type Viewer } from '../../platform/access/viewer.ts';
import { leadsTeam, runsCompetition } from './entry.conditions.ts';

/** Sessions are as public as their edition. */
export const trainingSessionAccess = defineAccess({
  subject: 'TrainingSession',
  read: (viewer, row) =>
    anyOf(
      holds(viewer, 'AUDITOR'),
      runsCompetition(viewer, row.col('competition')),
      sql<boolean>`exists (select 1 from competition training_edition where training_edition.id = ${row.col('competition')} and training_edition.state <> 'DRAFT')`,
    ),
  actions: { manage: (viewer, row) => runsCompetition(viewer, row.col('competition')) },
});

/** Who comes is known to the team, to those who run the edition, and to auditors. */
export const trainingRegistrationAccess = defineAccess({
  subject: 'TrainingRegistration',
  read: (viewer, row) =>
    anyOf(
      holds(viewer, 'AUDITOR'),
      leadsTeam(viewer, row.col('team')),
      ofSession(viewer, row.col('session')),
    ),
  actions: {
    change: (viewer, row) => anyOf(leadsTeam(viewer, row.col('team')), ofSession(viewer, row.col('session'))),
    recordAttendance: (viewer, row) => ofSession(viewer, row.col('session')),
  },
});

function ofSession(viewer: Viewer, sessionId: Sql): Condition {
  const runs = runsCompetition(viewer, sql<string>`attended.competition_id`);
  if (typeof runs === 'boolean') return runs;
  return sql<boolean>`exists (select 1 from training_session attended where attended.id = ${sessionId} and ${asSql(runs)})`;
}
