import type { TransactionSettings } from 'kysely';

/** Rows and tag of one statement, the same shape from both engines. */
export interface StatementResult {
  rows: Record<string, unknown>[];
  /** Command tag without its counts: SELECT, INSERT, UPDATE, COMMIT … */
  command: string;
  /** Rows the statement inserted, changed or removed; 0 for a query. */
  affected: number;
}

/** One connection, or on the embedded engine one user of its only connection. */
export interface EngineSession {
  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult>;
  /** Runs the last statement of the transaction and commits; rejects where `run` or `commit` would. */
  runLast(sql: string, parameters: readonly unknown[]): Promise<StatementResult>;
  begin(settings: TransactionSettings): Promise<void>;
  /** Rejects when the database refused to commit (deferred constraint, lost connection). */
  commit(): Promise<void>;
  /** Commit and rollback do nothing when the transaction has ended with `runLast`. */
  rollback(): Promise<void>;
  release(): void;
}

/** A database that sessions can be taken from. */
export interface Engine {
  acquire(): Promise<EngineSession>;
  /** Subscribes to a NOTIFY channel; `onGap` runs when notifications may have been missed. */
  listen(
    channel: string,
    handler: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
