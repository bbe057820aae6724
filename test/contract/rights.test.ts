import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractSchema } from '../../server/src/app/contract.ts';
import { type Access, declaredAccess } from '../../server/src/platform/access/access.ts';
import { declaredReads } from '../../server/src/platform/read/define-read.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { Client } from '../harness/client.ts';
import { KINDS, type Kind, type Operation, operationsOf } from './rights-kit.ts';
import { allowed, operationTable, rowTable, withoutPolicy } from './rights-tables.ts';

let app: TestApp;
let operations: readonly Operation[];

beforeAll(async () => {
  app = await startTestApp();
  operations = operationsOf(await contractSchema());
});
afterAll(() => app.close());

/**
 * The table is the decision: a new operation, entity, action or role changes it, and the test fails until somebody has
 * looked at the new lines and taken them over with `vitest run --project behaviour contract/rights.test.ts -u`.
 */
it('who may try which operation stands in the table', async () => {
  await expect(operationTable(operations)).toMatchFileSnapshot('rights-operations.json');
});

it('who may see and do what with which rows stands in the table', async () => {
  await expect(rowTable(declaredAccess(), app.database)).toMatchFileSnapshot('rights-rows.json');
});

/** The table as it is committed. */
const committed = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

describe('the tables can fail', () => {
  it('when an operation is new, or asks for another permission', () => {
    expect(operationTable(operations)).toBe(committed('rights-operations.json'));
    const [known] = operations;
    if (!known) throw new Error('there are operations');
    const fresh = { ...known, name: 'mutation.brandNew' };
    expect(operationTable([...operations, fresh])).not.toBe(committed('rights-operations.json'));
    const opened = operations.map((one) =>
      one.name === 'mutation.resultCompute' ? { ...one, permission: null } : one,
    );
    expect(operationTable(opened)).not.toBe(committed('rights-operations.json'));
  });

  it('when a policy is new, gone, widened or narrowed, or an action is added to it', () => {
    const declared = declaredAccess();
    const table = (changed: (all: Map<string, Access>) => void): string => {
      const all = new Map(declared);
      changed(all);
      return rowTable(all, app.database);
    };
    const sheet = declared.get('ScoreSheet');
    if (!sheet) throw new Error('sheets have a policy');
    const rows = committed('rights-rows.json');
    expect(table(() => undefined)).toBe(rows);
    const put = (access: Access) => table((all) => void all.set('ScoreSheet', access));
    expect(put({ ...sheet, read: () => true })).not.toBe(rows);
    expect(put({ ...sheet, read: () => false })).not.toBe(rows);
    expect(put({ ...sheet, actions: { ...sheet.actions, mark: () => true } })).not.toBe(rows);
    expect(put({ ...sheet, actions: { ...sheet.actions, erase: () => false } })).not.toBe(rows);
    expect(table((all) => void all.delete('ScoreSheet'))).not.toBe(rows);
    // An entity that got a policy but no line, as a new domain would bring it.
    expect(table((all) => void all.set('JudgeReminder', { ...sheet, subject: 'JudgeReminder' }))).not.toBe(
      rows,
    );
  });
});

it('every entity has a policy, but for those that stand here because nobody reads them by right', () => {
  // Bookkeeping of the product itself, or parts that are read and written only with what they belong to.
  expect(withoutPolicy(declaredAccess(), app.database)).toEqual([
    'FileText',
    'Idempotency',
    'JudgeFormerUnit',
    'JudgeReminder',
    'ObjectionSource',
    'PanelMember',
  ]);
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
