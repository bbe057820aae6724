import type { EntityClass, EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Access } from '../access/access.ts';
import { asSql } from '../access/condition.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuditChange } from '../audit/audit-event.entity.ts';
import { type Recorder, updateOf } from '../audit/recorder.ts';
import type { Work } from '../database/index.ts';
import { forbidden, notFound } from '../graphql/errors.ts';
import { JOBS_QUEUED, type TopicMessage } from '../live/topics.ts';
import { columnOf, columnsOf, type Row, rowOf, tableOf } from '../read/row.ts';
import { type Loads, rightOn } from './loads.ts';
import { Refusal } from './refusal.ts';

/** How an object is loaded for writing. */
export interface LoadOptions {
  /** The right the viewer needs on the row: an action of its policy. Reading it is always required. */
  readonly right?: string;
  /** The version the caller saw; a newer one refuses with STALE_VERSION. */
  readonly version?: number;
  /** The input field that named it: an unknown id is then a problem there instead of a NOT_FOUND error. */
  readonly path?: string;
  /** `update` (default) holds the row until commit; `share` only against changes; `none` reads. */
  readonly lock?: 'update' | 'share' | 'none';
}

/** An object's values as they are stored: to-one relations are keys. */
export type Stored<E> = {
  readonly [K in keyof E]: E[K] extends { unwrap(): unknown }
    ? string
    : E[K] extends { unwrap(): unknown } | null
      ? string | null
      : E[K];
};

/** When a job runs. */
export interface JobTiming {
  /** Not before this instant. */
  readonly startAfter?: Date;
}

/** Queues work that must happen if, and only if, a transaction commits. */
export interface JobQueue {
  enqueue(em: SqlEntityManager, job: string, data: object, timing?: JobTiming): Promise<void>;
  /** Queues a known run once more. */
  again(em: SqlEntityManager, runId: string, job: string): Promise<void>;
}

/** What one use case works with: one transaction, one viewer, one instant. */
export class Tx {
  /** What the step is about, for the audit log; the first loaded object unless said. */
  subject: { readonly type: string; readonly id: string } | null = null;
  /** Who acted, where the step itself finds that out: signing in. Otherwise the viewer did. */
  actor: { readonly id: string; readonly name: string } | null = null;
  /** Why, as the person said it. */
  reason: string | null = null;
  private readonly found: Problem[] = [];
  private readonly told: TopicMessage[] = [];
  private readonly parts: RawBuilder<unknown>[] = [];

  constructor(
    private readonly work: Work,
    readonly viewer: Viewer,
    /** The server's clock at the start of the request. */
    readonly now: Date,
    private readonly recorder: Recorder,
    private readonly loads: Loads,
    private readonly queue: JobQueue,
    private readonly keyed: (value: string) => string,
  ) {}

  /** The transaction's entity manager. */
  get em(): SqlEntityManager {
    return this.work.em;
  }

  /** The signed-in account's id; a use case behind a permission that needs one always has it. */
  get accountId(): string {
    if (!this.viewer.accountId) throw forbidden('account');
    return this.viewer.accountId;
  }

  /** Loads one visible object and locks its row. One statement, right and visibility included. */
  async get<E extends object>(
    entity: EntityClass<E>,
    access: Access,
    id: string,
    options: LoadOptions = {},
  ): Promise<E> {
    const { columns } = await this.load(entity, access, id, options);
    const loaded = this.em.map(entity, columns as never) as E;
    this.demandVersion(loaded, options.version);
    return loaded;
  }

  /**
   * `get` without the ORM: the stored values, and in the same statement a value about the row (`about`, a function of a
   * module), so that the rules of a step need no further one. What changes of it is written with `update`.
   */
  async row<E extends object, X>(
    entity: EntityClass<E>,
    access: Access,
    id: string,
    options: LoadOptions,
    about: (row: Row) => RawBuilder<X>,
  ): Promise<readonly [stored: Stored<E>, about: X]> {
    const { meta, columns, value } = await this.load(entity, access, id, options, about);
    const stored: Record<string, unknown> = {};
    for (const [property, column] of columnsOf(meta))
      stored[property] = this.instant(meta, property, columns[column]);
    this.demandVersion(stored, options.version);
    return [stored as Stored<E>, value as X];
  }

  /** The driver hands instants over as text, for the ORM to read. */
  private instant(meta: EntityMetadata, property: string, value: unknown): unknown {
    const { runtimeType } = meta.properties[property as never] as EntityProperty;
    return runtimeType === 'Date' && typeof value === 'string' ? this.work.instant(value) : value;
  }

  private async load(
    entity: EntityClass<object>,
    access: Access,
    id: string,
    options: LoadOptions,
    about?: (row: Row) => RawBuilder<unknown>,
  ) {
    const meta = this.work.meta(entity);
    const { right, lock = 'update' } = options;
    const [raw] = await this.query(
      this.loads.of({ meta, access, viewer: this.viewer, right, lock, about }, id),
    );
    if (!raw) {
      if (options.path !== undefined) this.refuse(problem('NOT_FOUND', options.path));
      throw notFound(access.subject);
    }
    const { right$, about$, ...columns } = raw;
    if (right$ !== true) throw forbidden(`${access.subject}.${options.right ?? 'read'}`);
    this.subject ??= { type: access.subject, id };
    return { meta, columns, value: about$ };
  }

  private demandVersion(loaded: object, wanted: number | undefined): void {
    const { version } = loaded as { readonly version?: unknown };
    if (wanted !== undefined && version !== wanted)
      this.refuse(problem('STALE_VERSION', 'version', { yours: wanted, current: Number(version) }));
  }

  /** The viewer's rights on an object that is already loaded, for a lifecycle's decision. */
  async rights(
    entity: EntityClass<object>,
    access: Access,
    id: string,
    names: readonly string[],
  ): Promise<(right: string) => boolean> {
    const row = rowOf(this.work.meta(entity), 't0');
    const columns = names.map(
      (name) => sql`${asSql(rightOn(access, name, this.viewer, row))} as ${sql.ref(name)}`,
    );
    const [answer] = await this.query<Record<string, boolean>>(
      sql`select ${sql.join(columns)} from ${tableOf(row.meta)} t0 where t0.id = ${id}`,
    );
    return (right) => answer?.[right] === true;
  }

  /** Reads with SQL inside the transaction. */
  async query<R>(query: RawBuilder<R> | RawBuilder<unknown> | CompiledQuery<R>): Promise<readonly R[]> {
    const { kysely } = this.work;
    const result = 'execute' in query ? await query.execute(kysely) : await kysely.executeQuery(query);
    return result.rows as readonly R[];
  }

  /**
   * Writes with SQL inside the transaction, for set-based steps. Flushed entities are audited by themselves; here the
   * caller says what changed, so that no write goes unrecorded.
   */
  async execute(query: RawBuilder<unknown>, change: AuditChange): Promise<number> {
    await this.work.flush();
    const result = await query.execute(this.work.kysely);
    this.recorder.add(change);
    return Number(result.numAffectedRows ?? result.rows.length);
  }

  /** A keyed digest, for finding equal values that are not stored: equal ones have equal digests. */
  digest(value: string): string {
    return this.keyed(value);
  }

  /**
   * Writes with SQL at the end of the step, in the one statement that records it: no round trip of its own. One change
   * may take several parts, by name. They see the tables as they are before all of them, and one runs after another only
   * if it reads from that by its name.
   */
  last(parts: Readonly<Record<string, RawBuilder<unknown>>>, change: AuditChange): void {
    for (const [name, query] of Object.entries(parts)) this.parts.push(sql`${sql.raw(name)} as (${query})`);
    this.recorder.add(change);
  }

  /**
   * New values of what `row` locked, written with `last` as parameters, which can be prepared (the ORM writes values
   * into the text). `after`: parts that must run before.
   */
  update<E extends { readonly id: string }>(
    entity: EntityClass<E>,
    stored: Stored<E>,
    values: Partial<Stored<E>>,
    after: readonly string[] = [],
  ): void {
    const meta = this.work.meta(entity);
    const old = stored as Readonly<Record<string, unknown>>;
    const changed = Object.fromEntries(
      Object.entries(values).filter(([name, value]) => !same(old[name], value)),
    );
    const sets = Object.entries({ ...changed, updatedAt: this.now }).map(
      ([name, value]) => sql`${sql.ref(columnOf(meta, name))} = ${value}`,
    );
    const id = String(old.id);
    const behind = sql.join(
      after.map((part) => sql` and (select count(*) from ${sql.raw(part)}) >= 0`),
      sql``,
    );
    const query = sql`update ${tableOf(meta)} set ${sql.join(sets)}, version = version + 1 where id = ${id}${behind}`;
    this.last({ [`changed_${this.parts.length}`]: query }, updateOf(meta, id, old, changed));
  }

  /** What `last` collected. */
  get lastParts(): readonly RawBuilder<unknown>[] {
    return this.parts;
  }

  /** Ends the use case with these problems. */
  refuse(...problems: readonly Problem[]): never {
    throw new Refusal(problems);
  }

  /** Notes a problem and goes on, so that a person sees all of them at once; `settle` then refuses. */
  note(...problems: readonly (Problem | null | undefined)[]): void {
    for (const found of problems) if (found) this.found.push(found);
  }

  /** Refuses if anything was noted. */
  settle(): void {
    if (this.found.length > 0) throw new Refusal(this.found);
  }

  /** Tells all instances, once committed. */
  async publish(topic: string, payload: object): Promise<void> {
    this.told.push({ topic, payload: { ...payload } });
  }

  /** What is to be told once this is committed. */
  get messages(): readonly TopicMessage[] {
    return this.told;
  }

  /** Queues a job that runs if this commits. */
  enqueue(job: string, data: object, timing?: JobTiming): Promise<void> {
    this.told.push({ topic: JOBS_QUEUED, payload: {} });
    return this.queue.enqueue(this.em, job, data, timing);
  }

  /** Queues a run once more whose attempts all failed. */
  requeue(runId: string, job: string): Promise<void> {
    return this.queue.again(this.em, runId, job);
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());
}
