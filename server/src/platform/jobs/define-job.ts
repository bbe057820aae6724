import type { Logger } from 'pino';
import type { FileStore } from '../files/index.ts';
import type { Mailer } from '../mail/index.ts';
import type { RunSql } from '../read/reader.ts';
import type { UseCase } from '../write/use-case.ts';
import type { Outcome } from '../write/writer.ts';

/** What a job works with; it writes through use cases like everybody else: as the system, or for a person. */
export interface JobServices {
  readonly read: RunSql;
  readonly execute: <I, O extends object, P>(useCase: UseCase<I, O, P>, input: I) => Promise<Outcome<O>>;
  /**
   * Runs a use case for the person who asked for the work, with the rights they hold now. Null when they lost the right
   * to it meanwhile, or the account cannot sign in any more.
   */
  readonly executeFor: <I, O extends object, P>(
    accountId: string,
    useCase: UseCase<I, O, P>,
    input: I,
  ) => Promise<Outcome<O> | null>;
  readonly mailer: Mailer;
  readonly files: FileStore;
  readonly publicUrl: string;
  readonly now: () => Date;
  readonly log: Logger;
}

/** A kind of background work. It may run twice: what it did already must not be done again. */
export interface Job {
  readonly name: string;
  /** Runs by itself at these times (cron, Asia/Shanghai), besides being queued. */
  readonly schedule?: string;
  /** Its data holds addresses or links: it is kept encrypted, shown to nobody, and removed when the job is done. */
  readonly sealed?: boolean;
  /** It may take minutes: it waits in a queue of its own, so that nothing quick waits behind it. */
  readonly long?: boolean;
  readonly run: (services: JobServices, data: Readonly<Record<string, unknown>>) => Promise<void>;
}
