import type { Problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { Recorder, recording } from '../audit/recorder.ts';
import { asLastStatement, type Work } from '../database/index.ts';
import type { TopicMessage } from '../live/topics.ts';
import type { PreparedRead, RunSql } from '../read/reader.ts';
import type { Loads } from './loads.ts';
import { Refusal } from './refusal.ts';
import { type JobQueue, Tx } from './tx.ts';
import type { UseCase, WriteContext } from './use-case.ts';

/** Opens a transaction: the database module's only way to do so. */
export type InTransaction = <T>(body: (work: Work) => Promise<T>) => Promise<T>;

/** What came of a step: its payload or its refusals, never both. */
export type Outcome<O> = {
  /** The objects that were to be read of it, by field. */
  readonly read: Readonly<Record<string, unknown>>;
} & (
  | { readonly value: O; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly Problem[] }
);

/** What the outcome of a step is answered with: the objects under each field, read as the viewer may see them. */
export type ReadsOf<O> = (value: O) => ReadonlyMap<string, PreparedRead<unknown>>;

/**
 * The write pipeline: transaction, use case, audit event, commit. Nothing else changes what people made; how far a
 * computation is, which nobody answers for, is written beside it.
 */
export class Writer {
  constructor(
    private readonly inTransaction: InTransaction,
    private readonly read: RunSql,
    private readonly loads: Loads,
    private readonly queue: JobQueue,
    private readonly tell: (message: TopicMessage) => void,
    private readonly committed: (eventId: string) => void,
    private readonly digest: (value: string) => string,
  ) {}

  /**
   * Runs one use case. Refusals are returned; anything unexpected rolls back and is thrown. What is to be read of its
   * outcome is sent along with the commit.
   */
  async run<I, O extends object, P>(
    context: WriteContext,
    useCase: UseCase<I, O, P>,
    input: I,
    readsOf: ReadsOf<O> = () => new Map(),
  ): Promise<Outcome<O>> {
    try {
      const prepared = (await useCase.prepare?.(this.read, input, context)) as P;
      const { value, written } = await this.inTransaction(async (work) => {
        const recorder = new Recorder();
        return recording(recorder, async () => {
          const tx = new Tx(work, context.viewer, context.now, recorder, this.loads, this.queue, this.digest);
          const repeated = await recall<O>(tx, useCase.name, input);
          if (repeated) return { value: repeated, written: null };
          const result = await useCase.run(tx, input, prepared);
          tx.settle();
          await work.flush();
          // What was removed changes what refers to it, which the ORM writes only when it looks again.
          await work.flush();
          await remember(tx, useCase.name, input, result);
          const reads = [...readsOf(result)];
          const ended = await this.end(tx, context, useCase.name, recorder, reads);
          return { value: result, written: { ...ended, reads, messages: tx.messages } };
        });
      });
      if (written) {
        this.committed(written.eventId);
        for (const message of written.messages) this.tell(message);
      }
      const read: Record<string, unknown> = {};
      for (const [i, [field, { query, present }]] of (written?.reads ?? [...readsOf(value)]).entries())
        read[field] = present(written?.rows[i] ?? (await this.read(query)));
      return { value, read, problems: [] };
    } catch (error) {
      if (error instanceof Refusal) return { value: null, read: {}, problems: error.problems };
      throw error;
    }
  }

  /**
   * What the step left to the end and the audit event, in one statement. Written as SQL with parameters, because the ORM
   * writes values into the text, which cannot be prepared. The commit goes with it, and what is read behind that.
   */
  private async end(
    tx: Tx,
    { viewer, now, requestId }: WriteContext,
    operation: string,
    recorder: Recorder,
    reads: readonly (readonly [string, PreparedRead<unknown>])[],
  ) {
    const { subject, lastParts } = tx;
    const eventId = uuidv7();
    const name = tx.actor?.name ?? viewer.name ?? (viewer.via === 'system' ? 'system' : 'visitor');
    const insert = sql`insert into audit_event (id, at, account_id, actor, via, operation, subject_type, subject_id, reason, request_id, changes)
    values (${eventId}, ${now}, ${tx.actor?.id ?? viewer.accountId}, ${name}, ${viewer.via}, ${operation}, ${subject?.type ?? null}, ${subject?.id ?? null}, ${tx.reason}, ${requestId}, ${JSON.stringify(recorder.changes)}::jsonb)`;
    const statement = lastParts.length === 0 ? insert : sql`with ${sql.join(lastParts)} ${insert}`;
    const rows = await asLastStatement(
      () => tx.query(statement),
      reads.map(([, { query }]) => query),
    );
    return { eventId, rows };
  }
}

/** The key a flaky phone sends with each try of the same step. */
function keyOf(input: unknown): string | null {
  const key =
    typeof input === 'object' && input !== null
      ? (input as { idempotencyKey?: unknown }).idempotencyKey
      : null;
  return typeof key === 'string' && key.length > 0 ? key : null;
}

/** The stored outcome of the same step by the same account, if it already happened. Waits for one under way. */
async function recall<O>(tx: Tx, operation: string, input: unknown): Promise<O | null> {
  const key = keyOf(input);
  if (!key) return null;
  await tx.query(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.viewer.accountId}:${operation}:${key}`}, 0))`,
  );
  const [row] = await tx.query<{ result: O }>(
    sql`select result from idempotency where account_id is not distinct from ${tx.viewer.accountId}::uuid and operation = ${operation} and key = ${key}`,
  );
  return row?.result ?? null;
}

async function remember(tx: Tx, operation: string, input: unknown, result: object): Promise<void> {
  const key = keyOf(input);
  if (!key) return;
  await tx.query(
    sql`insert into idempotency (id, account_id, operation, key, result, created_at) values (${uuidv7()}, ${tx.viewer.accountId}, ${operation}, ${key}, ${JSON.stringify(result)}::jsonb, ${tx.now})`,
  );
}
