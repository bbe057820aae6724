import { DriverException } from '@mikro-orm/core';

/** Base of what the guard refuses. A driver exception, because the ORM wraps every other error it meets. */
abstract class RefusedStatementError extends DriverException {
  constructor(message: string) {
    super(new Error(message));
  }
}

/** A query went through another connection while this call chain held a transaction open. */
export class NestedQueryError extends RefusedStatementError {
  override readonly name = 'NestedQueryError';
  constructor() {
    super(
      'A query outside the running transaction was attempted from inside it. On the embedded engine it would wait ' +
        'for ever. Use the entity manager that inTransaction handed to the callback.',
    );
  }
}

/** A transaction was opened by something other than `inTransaction`, for example by a flush outside of it. */
export class TransactionRequiredError extends RefusedStatementError {
  override readonly name = 'TransactionRequiredError';
  constructor() {
    super('Transactions are opened by inTransaction only; a flush or em.begin() outside of it is refused.');
  }
}

/** The watchdog ended a transaction that ran longer than its limit; nothing of it was written. */
export class TransactionTimeoutError extends RefusedStatementError {
  override readonly name = 'TransactionTimeoutError';
  readonly limitMilliseconds: number;
  constructor(limitMilliseconds: number) {
    super(`The transaction ran longer than ${limitMilliseconds} ms and was rolled back.`);
    this.limitMilliseconds = limitMilliseconds;
  }
}

/**
 * The callback of a transaction returned normally although a statement in it had failed. The database would have
 * rolled back silently on commit; the error makes sure that nobody acknowledges what was never written.
 */
export class TransactionAbortedError extends RefusedStatementError {
  override readonly name = 'TransactionAbortedError';
  override readonly cause: unknown;
  constructor(cause: unknown) {
    super('A statement of this transaction failed and its error was swallowed; nothing was written.');
    this.cause = cause;
  }
}

/** A statement came after its transaction had ended, for example from a promise nobody waited for. */
export class TransactionEndedError extends RefusedStatementError {
  override readonly name = 'TransactionEndedError';
  constructor() {
    super('The transaction of this entity manager has ended.');
  }
}

/** The database is being closed or is closed. */
export class DatabaseClosedError extends RefusedStatementError {
  override readonly name = 'DatabaseClosedError';
  constructor() {
    super('The database is closed.');
  }
}

/** Another process holds the embedded database of this directory. */
export class DataDirectoryInUseError extends Error {
  override readonly name = 'DataDirectoryInUseError';
  readonly directory: string;
  /** Process id of the holder as it noted it, when the note could be read. */
  readonly holder: number | undefined;
  constructor(directory: string, holder: number | undefined) {
    const who = holder === undefined ? 'another process' : `another process (process id ${holder})`;
    super(
      `数据目录正被另一个进程使用，请先停止它，或换一个 DATA_DIR / The data directory ${directory} is in use by ${who}. Two processes on one embedded database would corrupt ` +
        'it. Stop the other process, or set DATA_DIR to another directory, or set DATABASE_URL to a PostgreSQL ' +
        'server, which several processes may share.',
    );
    this.directory = directory;
    this.holder = holder;
  }
}

/** The embedded database of this directory cannot be opened: damaged, unreadable or made by another version. */
export class DataDirectoryUnusableError extends Error {
  override readonly name = 'DataDirectoryUnusableError';
  readonly directory: string;
  constructor(directory: string, reason: string, cause?: unknown) {
    super(`无法打开内置数据库 / The embedded database in ${directory} cannot be opened: ${reason}`, {
      cause,
    });
    this.directory = directory;
  }
}

/** The embedded database does not reach the disk when it says so; starting would risk acknowledged data. */
export class DurabilityError extends Error {
  override readonly name = 'DurabilityError';
  readonly directory: string;
  constructor(directory: string) {
    super(
      `The embedded database in ${directory} does not force its writes to disk (no fsync was seen after a commit). ` +
        'It is not safe against power loss and was not started.',
    );
    this.directory = directory;
  }
}
