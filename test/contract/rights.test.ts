import {
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLInt,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contractSchema } from '../../server/src/app/contract.ts';
import { ENTITIES } from '../../server/src/app/domains.ts';
import { declaredAccess, type RowRule } from '../../server/src/platform/access/access.ts';
import { authorize } from '../../server/src/platform/graphql/schema.ts';
import { declaredReads } from '../../server/src/platform/read/define-read.ts';
import { rowOf } from '../../server/src/platform/read/row.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { Client } from '../harness/client.ts';
import { KINDS, type Kind, type Operation, operationsOf, viewerOf } from './rights-kit.ts';

let app: TestApp;
let operations: readonly Operation[];

beforeAll(async () => {
  app = await startTestApp();
  operations = operationsOf(await contractSchema());
});
afterAll(() => app.close());

const allowed = (kind: Kind, operation: Operation): boolean => {
  try {
    authorize(viewerOf(kind), operation.permission);
    return true;
  } catch {
    return false;
  }
};

/** Names on one line, so that the table reads and its changes show line by line. */
const line = (kinds: readonly Kind[]): string => {
  if (kinds.length === 0) return 'nobody';
  if (kinds.length === KINDS.length) return 'everybody';
  const signedIn = kinds.filter(({ via }) => via === 'session');
  const all = signedIn.length === KINDS.filter(({ via }) => via === 'session').length;
  const others = kinds.filter(({ via }) => via !== 'session').map(({ name }) => name);
  return [...others, ...(all ? ['everybody signed in'] : signedIn.map(({ name }) => name))].join(', ');
};

/**
 * The table is the decision: a new operation, entity, action or role changes it, and the test fails until somebody has
 * looked at the new lines and taken them over with `vitest run --project behaviour contract/rights.test.ts -u`.
 */
it('who may try which operation stands in the table', async () => {
  const table: Record<string, string> = {};
  for (const operation of operations)
    table[operation.name] = line(KINDS.filter((kind) => allowed(kind, operation)));
  const text = `${JSON.stringify(Object.fromEntries(Object.entries(table).sort()), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('rights-operations.json');
});

it('who may see and do what with which rows stands in the table', async () => {
  const metadata = app.database.orm.getMetadata();
  const entityOf = (subject: string) =>
    declaredReads().get(subject)?.entity ??
    [...declaredReads().values()].find(({ access }) => access.subject === subject)?.entity ??
    ENTITIES.find((entity) => metadata.get(entity).className === subject);
  const table: Record<string, Record<string, string>> = {};
  for (const [subject, access] of declaredAccess()) {
    const entity = entityOf(subject);
    if (!entity) throw new Error(`${subject} is the policy of nothing that is stored`);
    const row = rowOf(metadata.get(entity), 't0');
    for (const [action, rule] of Object.entries<RowRule>({ read: access.read, ...access.actions })) {
      const answers = KINDS.filter(({ via }) => via !== 'token').map((kind) => ({
        kind,
        met: rule(viewerOf(kind), row),
      }));
      const which = (met: (answer: unknown) => boolean): string =>
        answers.every((answer) => met(answer.met))
          ? 'everybody'
          : line(answers.filter((answer) => met(answer.met)).map(({ kind }) => kind));
      table[`${subject}.${action}`] = {
        'every row': which((met) => met === true),
        'some rows': which((met) => typeof met !== 'boolean'),
      };
    }
  }
  const text = `${JSON.stringify(Object.fromEntries(Object.entries(table).sort()), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('rights-rows.json');
});

it('every stored type that the contract shows has a policy of its own', () => {
  const shown = [...declaredReads().values()].map(({ access }) => access.subject);
  expect(shown.filter((subject) => !declaredAccess().has(subject))).toEqual([]);
});

/** A value that passes the contract, for an argument that must be given. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(required.map((field) => [field.name, sample(field.type)]));
  }
  if (type === GraphQLInt || type.name === 'Float') return 1;
  if (type === GraphQLBoolean) return true;
  const texts: Record<string, unknown> = {
    ID: '018f0000-0000-7000-8000-0000000000ff',
    DateTime: '2026-06-01T00:00:00Z',
    Day: '2026-06-01',
    Decimal: '1',
    JSON: {},
  };
  return texts[type.name] ?? 'text';
}

/** An operation with the least that the contract asks for. */
function documentOf({ root, field }: Operation): {
  readonly query: string;
  readonly variables: Record<string, unknown>;
} {
  const required = (field as GraphQLField<unknown, unknown>).args.filter(
    (arg) => isNonNullType(arg.type) && arg.defaultValue === undefined,
  );
  const declared = required.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const given = required.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isObjectType(getNamedType(field.type)) ? ' { __typename }' : '';
  return {
    query: `${root} ${declared ? `(${declared}) ` : ''}{ ${field.name}${given ? `(${given})` : ''}${selection} }`,
    variables: Object.fromEntries(required.map((arg) => [arg.name, sample(arg.type)])),
  };
}

async function clientOf(kind: Kind): Promise<Client> {
  if (kind.via === 'anonymous') return app.visitor;
  if (kind.via === 'session') return app.actor(...kind.grants);
  const admin = await app.actor(...kind.grants);
  const { apiTokenCreate } = await admin.ask<{ apiTokenCreate: { secret: string } }>(
    'mutation ($expiresAt: DateTime!) { apiTokenCreate(input: { name: "空令牌", scopes: ["token.list"], expiresAt: $expiresAt }) { secret } }',
    { expiresAt: '2026-07-01T00:00:00Z' },
  );
  await app.database.orm.em.fork().execute(`update api_token set scopes = '{}'`);
  return new Client(app.url, { authorization: `Bearer ${apiTokenCreate.secret}` }, null);
}

it('what the table forbids is refused at the door, to every kind of actor', async () => {
  const wrong: string[] = [];
  for (const kind of KINDS) {
    const client = await clientOf(kind);
    const expected = kind.via === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    for (const operation of operations) {
      if (operation.root === 'subscription' || allowed(kind, operation)) continue;
      const { query, variables } = documentOf(operation);
      const { errors } = await client.send(query, variables);
      const [error] = errors;
      const told =
        error?.extensions.code === expected &&
        (kind.via === 'anonymous' || error.extensions.right === operation.permission);
      if (!told) wrong.push(`${kind.name} ${operation.name}: ${error?.extensions.code} ${error?.message}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);
