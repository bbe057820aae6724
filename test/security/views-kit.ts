import { createHash } from 'node:crypto';
import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type RawBuilder, sql } from 'kysely';
import { expect } from 'vitest';
import { contractSchema } from '../../server/src/app/contract.ts';
import type { Review } from '../api/judging/kit.ts';
import { type Operation, operationsOf } from '../contract/rights-kit.ts';
import type { TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';

/** Ids and instants a curious person asks with: by GraphQL type for `thing(id)`, by argument name, and for filters. */
interface Curious {
  readonly byType: Readonly<Record<string, readonly string[]>>;
  readonly byArgument: Readonly<Record<string, string>>;
  readonly filterIds: readonly string[];
  readonly downloads: readonly string[];
}

/** One request a person can make. */
interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const free = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).filter(({ args }) => args.every((arg) => !isNonNullType(arg.type)));
const leaves = (type: GraphQLObjectType): string =>
  free(type)
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map(({ name }) => name)
    .join(' ') || '__typename';
const children = (type: GraphQLObjectType): readonly { name: string; type: GraphQLObjectType }[] =>
  free(type).flatMap(({ name, type: of }) => {
    const named = getNamedType(of as GraphQLOutputType);
    return isObjectType(named) ? [{ name, type: named }] : [];
  });

/** A type's own values, then one relation at a time with everything one step further. */
function selections(type: GraphQLObjectType): readonly string[] {
  return [
    leaves(type),
    ...children(type).map(
      ({ name, type: child }) =>
        `${name} { ${leaves(child)} ${children(child)
          .map((next) => `${next.name} { ${leaves(next.type)} }`)
          .join(' ')} }`,
    ),
  ];
}

const argument = (operation: Operation, name: string): GraphQLInputType | undefined =>
  operation.field.args.find((arg) => arg.name === name)?.type;

/** Every order a list offers, both ways: what is hidden must not be read off the order of what is seen. */
function sorts(operation: Operation): readonly unknown[] {
  const type = argument(operation, 'sort');
  const input = type && getNamedType(type);
  if (!isInputObjectType(input)) return [];
  const field = getNamedType((input as GraphQLInputObjectType).getFields().field?.type as GraphQLInputType);
  return (field as GraphQLEnumType)
    .getValues()
    .flatMap(({ name }) => ['ASC', 'DESC'].map((direction) => [{ field: name, direction }]));
}

/** Values to try on one filter: enumerations whole, ids of hidden things, both flags, thresholds of numbers and times. */
function trials(type: GraphQLInputType, curious: Curious): readonly unknown[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map(({ name }) => name);
  if (!isInputObjectType(named)) return [];
  const fields = named.getFields();
  const tries: unknown[] = [];
  if (fields.isNull) tries.push({ isNull: true }, { isNull: false });
  const of = fields.eq ?? fields.gte ?? fields.in;
  const value = of && getNamedType(of.type);
  if (isEnumType(value))
    tries.push(...value.getValues().map(({ name }) => (fields.in ? { in: [name] } : { eq: name })));
  else if (value?.name === 'Boolean') tries.push({ eq: true }, { eq: false });
  else if (value?.name === 'ID') tries.push(...curious.filterIds.map((id) => ({ eq: id })));
  else if (value?.name === 'DateTime' && fields.gte)
    tries.push(...['2026-05-20', '2026-06-27', '2026-07-05'].map((day) => ({ gte: `${day}T00:00:00Z` })));
  else if (fields.gte)
    tries.push(...[1, 60, 80].map((n) => ({ gte: value?.name === 'Decimal' ? String(n) : n })));
  return tries;
}

function filters(operation: Operation, curious: Curious): readonly unknown[] {
  const type = argument(operation, 'filter');
  const input = type && getNamedType(type);
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields()).flatMap((field) =>
    trials(field.type, curious).map((value) => ({ [field.name]: value })),
  );
}

function ask(operation: Operation, given: Readonly<Record<string, unknown>>, under: string): Question {
  const used = operation.field.args.filter(({ name }) => name in given);
  const declared = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    query: `query ${declared ? `(${declared}) ` : ''}{ ${operation.field.name}${passed ? `(${passed})` : ''} { ${under} } }`,
    variables: given,
  };
}

/** Every question of a kind of person: whole objects, every order, every filter, counts. */
function questionsOf(schema: GraphQLSchema, curious: Curious): readonly Question[] {
  return operationsOf(schema).flatMap((operation): Question[] => {
    const type = getNamedType(operation.field.type as GraphQLOutputType);
    if (operation.root !== 'query' || !isObjectType(type)) return [];
    const nodes = type.getFields().nodes;
    const node = nodes ? getNamedType(nodes.type) : type;
    if (!isObjectType(node)) return [];
    const required = operation.field.args.filter(
      (arg) => isNonNullType(arg.type) && arg.defaultValue === undefined,
    );
    const plain = Object.fromEntries(
      required.map(({ name }) => [name, curious.byArgument[name] ?? curious.filterIds[0] ?? '']),
    );
    const given = required.some(({ name }) => name === 'id')
      ? (curious.byType[node.name] ?? []).map((id) => ({ ...plain, id }))
      : [plain];
    const whole = given.flatMap((one) =>
      selections(node).map((under) => ask(operation, one, nodes ? `nodes { ${under} } totalCount` : under)),
    );
    if (!nodes) return whole;
    const listed = 'nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';
    return [
      ...whole,
      ...sorts(operation).map((sort) => ask(operation, { ...plain, sort }, listed)),
      ...filters(operation, curious).map((filter) => ask(operation, { ...plain, filter }, listed)),
    ];
  });
}

/** What a person learns by asking all of it: each answer whole, with errors, extensions and status. */
async function viewOf(
  client: Client,
  questions: readonly Question[],
  curious: Curious,
): Promise<ReadonlyMap<string, string>> {
  const view = new Map<string, string>();
  for (const { query, variables } of questions) {
    const answer = await client.send(query, variables);
    const broken = answer.errors.find(({ extensions }) =>
      ['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'TOO_COSTLY'].includes(extensions.code),
    );
    if (broken) throw new Error(`${query} ${JSON.stringify(variables)}: ${broken.message}`);
    view.set(`${query} ${JSON.stringify(variables)}`, JSON.stringify(answer));
  }
  for (const path of curious.downloads) {
    const response = await client.fetch(path);
    const body = createHash('sha256')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('hex');
    view.set(path, `${response.status} ${response.headers.get('content-length')} ${body}`);
  }
  return view;
}

/** The questions whose answers differ, with both answers. */
function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...before].flatMap(([question, answer]) =>
    after.get(question) === answer ? [] : [`${question}\n  was ${answer}\n  now ${after.get(question)}`],
  );
}

const TYPES = {
  Assignment: 'assignment',
  Competition: 'competition',
  Conflict: 'conflict',
  Entry: 'entry',
  Judge: 'judge',
  Objection: 'objection',
  Result: 'result',
  ScoreSheet: 'score_sheet',
  Team: 'team',
} as const;
const GUARDED = [
  'score_sheet',
  'mark',
  'assignment',
  'conflict',
  'result',
  'result_row',
  'deliberation',
  'objection',
  'published_entry',
];
/** The most objects of a type that are asked for by id. */
const EACH = 3;

/** What some people saw, by their names. */
type Views = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** A judged edition, seen by people who must not notice what they may not see. */
export class Onlookers {
  private constructor(
    private readonly app: TestApp,
    private readonly curious: Curious,
    private readonly questions: readonly Question[],
    readonly people: Readonly<Record<string, Client>>,
  ) {}

  /** The first judge, the leader of the first team and a visitor, with everything they can ask as things stand. */
  static async of(app: TestApp, review: Review): Promise<Onlookers> {
    const { edition, round, judges, entries, leaders } = review;
    const ids = async (table: string): Promise<readonly string[]> =>
      (
        await app.app.pipelines.run(
          sql<{ id: string }>`select id from ${sql.table(table)} order by id limit ${EACH}`,
        )
      ).map(({ id }) => id);
    const byType = Object.fromEntries(
      await Promise.all(
        Object.entries(TYPES).map(async ([type, table]) => [type, await ids(table)] as const),
      ),
    );
    const [official] = await app.app.pipelines.run(
      sql<{ id: string }>`select id from result where official order by round_id nulls first limit 1`,
    );
    const result = official?.id ?? edition.id;
    const [judge] = judges;
    const [leader] = leaders;
    if (!judge || !leader) throw new Error('there are people');
    const curious: Curious = {
      byType,
      byArgument: {
        roundId: round.id,
        competitionId: edition.id,
        entryId: entries[0]?.id ?? '',
        subjectType: 'ScoreSheet',
        subjectId: byType.ScoreSheet?.[0] ?? '',
      },
      filterIds: [edition.id, round.id, entries[1]?.id ?? '', judges[1]?.id ?? ''],
      downloads: [
        ...['judges', 'conflicts', 'assignments', 'scoreSheets', 'results', 'resultRows', 'objections'].map(
          (list) => `/exports/${list}.xlsx`,
        ),
        `/print/rankings/${result}.pdf`,
        ...(byType.ScoreSheet ?? []).slice(0, 2).map((id) => `/print/score-sheets/${id}.pdf`),
        ...entries.slice(0, 2).map(({ id }) => `/print/certificates/${id}.pdf`),
        `/bundles/${result}.json`,
        `/reports/${edition.id}.xlsx`,
      ],
    };
    const people = { judge: judge.client, leader, visitor: app.visitor };
    return new Onlookers(app, curious, questionsOf(await contractSchema(), curious), people);
  }

  /** Everything these people see now. */
  async look(people = this.people): Promise<Views> {
    const seen: Record<string, ReadonlyMap<string, string>> = {};
    for (const [name, client] of Object.entries(people))
      seen[name] = await viewOf(client, this.questions, this.curious);
    return seen;
  }

  /** Everything they see now must be what they saw. */
  async expectSame(before: Views): Promise<void> {
    const after = await this.look();
    const told = Object.entries(before).flatMap(([name, view]) =>
      differing(view, after[name] ?? new Map()).map((difference) => `${name}: ${difference}`),
    );
    expect(told).toEqual([]);
  }

  /** Writes past every guard of the database: what is compared are two worlds, not a way from one to the other. */
  async rewrite(...statements: readonly RawBuilder<unknown>[]): Promise<void> {
    const { run } = this.app.app.pipelines;
    for (const table of GUARDED) await run(sql`alter table ${sql.table(table)} disable trigger user`);
    for (const statement of statements) await run(statement);
    for (const table of GUARDED) await run(sql`alter table ${sql.table(table)} enable trigger user`);
  }
}
