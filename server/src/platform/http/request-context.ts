import type { Problem } from '@xinghuo/shared/kernel/problem';
import type { GraphQLResolveInfo } from 'graphql';
import { getNamedType } from 'graphql';
import type { Condition, Sql } from '../access/condition.ts';
import type { Viewer } from '../access/viewer.ts';
import { unauthenticated } from '../graphql/errors.ts';
import type { TopicMessage, Topics } from '../live/topics.ts';
import type { FilterInput, ListDefinition } from '../read/define-list.ts';
import type { ReadContext, ReadDefinition } from '../read/define-read.ts';
import type { Presented } from '../read/present.ts';
import type { ReadModel } from '../read/read-model.ts';
import type { ConnectionValue, ListArguments, PreparedRead, Reader, RunSql } from '../read/reader.ts';
import type { Row } from '../read/row.ts';
import { type SelectionSource, selectedFields } from '../read/selection.ts';
import type { UseCase, WriteContext } from '../write/use-case.ts';
import type { Outcome, Writer } from '../write/writer.ts';

/** The credentials a request came with; at most one of the two counts, the token first. */
export interface Credentials {
  readonly sessionToken: string | null;
  readonly apiToken: string | null;
}

/** Finds who asks. Unknown or expired credentials make a visitor, a wrong API token an error. */
export type Authenticate = (credentials: Credentials, now: Date) => Promise<Viewer>;

/** The pipelines a request is served with. */
export interface Pipelines {
  readonly model: ReadModel;
  readonly reader: Reader;
  readonly writer: Writer;
  readonly run: RunSql;
  readonly authenticate: Authenticate;
  readonly topics: Topics;
  /** The server's clock: a stream outlives the request that began it. */
  readonly clock: () => Date;
}

/** What the transport tells and can be told. */
export interface Transport {
  readonly requestId: string;
  /** What the request came with, to find out again who asks. */
  readonly credentials: Credentials;
  readonly ip: string;
  readonly userAgent: string;
  /** Sets the session cookie, or clears it with null. */
  setSession(token: string | null): void;
}

/** What resolvers work with: who asks, when, and the two pipelines. There is no database here. */
export class RequestContext implements ReadContext {
  constructor(
    readonly viewer: Viewer,
    readonly now: Date,
    private readonly pipelines: Pipelines,
    readonly transport: Transport,
  ) {}

  /** One object by id, or null when it does not exist for the viewer. */
  byId(info: SelectionSource, read: ReadDefinition, id: string): Promise<Presented | null> {
    return this.pipelines.reader.byId(this.pipelines.run, this, info, read, id);
  }

  /** One object that meets a condition, or null. */
  one(
    info: SelectionSource,
    read: ReadDefinition,
    where: (row: Row) => Condition,
  ): Promise<Presented | null> {
    return this.pipelines.reader.one(this.pipelines.run, this, info, read, where);
  }

  /** A bounded list in a fixed order. */
  many(
    info: SelectionSource,
    read: ReadDefinition,
    options: {
      readonly where?: (row: Row) => Condition;
      readonly order: (row: Row) => Sql;
      readonly limit: number;
    },
  ): Promise<Presented[]> {
    return this.pipelines.reader.many(this.pipelines.run, this, info, read, {
      where: () => true,
      ...options,
    });
  }

  /** A page of a list. */
  list<F extends FilterInput, S extends string>(
    info: SelectionSource,
    list: ListDefinition<F, S>,
    args: ListArguments<F, S>,
  ): Promise<ConnectionValue> {
    return this.pipelines.reader.list(this.pipelines.run, this, info, list, args);
  }

  /** Runs a use case and answers with its payload, objects read as the viewer may see them. */
  async write<I, O extends object, P>(
    info: GraphQLResolveInfo,
    useCase: UseCase<I, O, P>,
    input: I,
  ): Promise<Payload> {
    const outcome = await this.pipelines.writer.run(this.writing(), useCase, input, (value) =>
      this.objects(info, value),
    );
    if (outcome.value === null) return { problems: outcome.problems };
    return { problems: [], ...outcome.value, ...outcome.read };
  }

  /** Runs a use case whose result is not simply the payload: signing in, signing out. */
  run<I, O extends object, P>(useCase: UseCase<I, O, P>, input: I): Promise<Outcome<O>> {
    return this.pipelines.writer.run(this.writing(), useCase, input);
  }

  /** The object selected under a payload field, read as this viewer. */
  async underField(info: GraphQLResolveInfo, field: string, id: string): Promise<Payload[string]> {
    const { query, present } = this.pipelines.reader.underField(this, info, field, id);
    return present(await this.pipelines.run(query));
  }

  /** Ticks for a subscription: one at once, then at most one per `everyMs` while matching messages keep coming. */
  ticks(
    topic: string,
    matches: (payload: TopicMessage['payload']) => boolean,
    everyMs: number,
  ): AsyncGenerator<void> {
    return this.pipelines.topics.ticks(topic, matches, everyMs);
  }

  /**
   * The same request at the present instant, with the rights held now: for what a stream reads again. Refused once the
   * session or token it began with has ended.
   */
  async fresh(): Promise<RequestContext> {
    const now = this.pipelines.clock();
    const viewer = await this.pipelines.authenticate(this.transport.credentials, now);
    if (viewer.accountId !== this.viewer.accountId) throw unauthenticated();
    return new RequestContext(viewer, now, this.pipelines, this.transport);
  }

  /** The same request as somebody else: after signing in. */
  as(viewer: Viewer): RequestContext {
    return new RequestContext(viewer, this.now, this.pipelines, this.transport);
  }

  /** Who a session token belongs to. */
  authenticate(sessionToken: string): Promise<Viewer> {
    return this.pipelines.authenticate({ sessionToken, apiToken: null }, this.now);
  }

  private writing(): WriteContext {
    return { viewer: this.viewer, now: this.now, requestId: this.transport.requestId };
  }

  /** How the objects of a payload are read, by the field that they are selected under. */
  private objects(info: GraphQLResolveInfo, value: object): ReadonlyMap<string, PreparedRead<unknown>> {
    const type = getNamedType(info.returnType);
    if (!('getFields' in type)) throw new Error(`${info.fieldName} does not return a payload`);
    const selected = selectedFields(info.fieldNodes, info);
    const reads = new Map<string, PreparedRead<unknown>>();
    for (const [name, named] of Object.entries(value)) {
      const field = type.getFields()[name];
      if (!field || !selected.has(name) || named === null) continue;
      if (!this.pipelines.model.has(getNamedType(field.type).name)) continue;
      reads.set(name, this.pipelines.reader.underField(this, info, name, named));
    }
    return reads;
  }
}

/** A mutation's payload: its objects by field, and why not when there are none. */
export interface Payload {
  readonly problems: readonly Problem[];
  readonly [field: string]: unknown;
}
