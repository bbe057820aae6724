/** Tables that are not entities: the history of migrations. */
const OWN_TABLES = ['schema_migration'];
/** The schema of the job queue, which makes and migrates it itself. */
export const JOB_QUEUE_SCHEMA = 'job_queue';

/** Settings of the ORM's comparison that go with `schemaDifference`. */
export const SCHEMA_COMPARISON = {
  ignoreTriggers: true,
  ignoreRoutines: true,
  ignorePolicies: true,
  ignoreSchema: [JOB_QUEUE_SCHEMA],
  skipTables: OWN_TABLES,
};
