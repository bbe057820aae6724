import type { TransactionSettings } from 'kysely';

/** Rows and tag of one statement, the same shape from both engines. */
export interface StatementResult {
  rows: Record<string, unknown>[];
  /** Command tag without its counts: SELECT, INSERT, UPDATE, COMMIT … */
  command: string;
  /** Rows the statement inserted, changed or removed; 0 for a query. */
  affected: number;
}

/** One statement with its parameters. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What came of the end of a transaction. */
export interface LastResult {
  readonly last: StatementResult;
  /** Of each read behind the commit; null where it failed, which takes nothing back: whoever needs it reads again. */
  readonly behind: readonly (StatementResult | null)[];
}

/** One connection, or on the embedded engine one user of its only connection. */
export interface EngineSession {
  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult>;
  /**
   * Runs the last statement of the transaction, commits, and reads what is asked `behind` the commit, without waiting in
   * between; rejects where `run` or `commit` would.
   */
  runLast(last: Statement, behind: readonly Statement[]): Promise<LastResult>;
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
