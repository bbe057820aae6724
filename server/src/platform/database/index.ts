/** The database: opening it, transactions, errors, migrations, statement counts. All that others may import. */
export {
  describeDatabaseError,
  isDatabaseFull,
  isDatabaseUnavailable,
} from './describe-error.ts';
export {
  DataDirectoryInUseError,
  DataDirectoryUnusableError,
  DurabilityError,
  NestedQueryError,
  TransactionAbortedError,
  TransactionEndedError,
  TransactionRequiredError,
  TransactionTimeoutError,
} from './errors.ts';
export { type MigrationStep, migrate, SchemaMismatchError } from './migrate.ts';
export {
  type Database,
  type OpenDatabaseOptions,
  openDatabase,
} from './open-database.ts';
export { JOB_QUEUE_SCHEMA } from './schema-comparison.ts';
export { schemaDifference } from './schema-difference.ts';
export { containsText } from './search.ts';
export { countStatements } from './statement-count.ts';
export { inTransaction, type Work } from './transaction.ts';
export { asLastStatement } from './transaction-guard.ts';
