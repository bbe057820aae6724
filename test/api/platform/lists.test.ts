import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../../../server/src/domains/identity/index.ts';
import { inTransaction } from '../../../server/src/platform/database/index.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';

const PAGE = /* GraphQL */ `query ($first: Int, $after: String, $last: Int, $before: String, $filter: AccountFilter, $sort: [AccountSort!]) {
  accounts(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
    nodes { email name }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`;

interface Page {
  readonly accounts: {
    readonly nodes: readonly { readonly email: string; readonly name: string }[];
    readonly pageInfo: {
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string;
      endCursor: string;
    };
    readonly totalCount: number;
  };
}

const NAMES = ['安之', '安之', '白露', '程远', '程远', '程远', '丁香', '方圆'];
let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.actor('SYSTEM_ADMIN');
  await inTransaction(app.database, async ({ em }) => {
    for (let i = 0; i < 57; i += 1) {
      em.create(Account, {
        email: `p${String(i).padStart(2, '0')}@list.cn`,
        name: NAMES[i % NAMES.length] ?? '',
        state: i % 5 === 0 ? 'DISABLED' : 'ACTIVE',
        createdAt: new Date(Date.UTC(2026, 0, 1 + (i % 7))),
      });
    }
  });
});
afterAll(() => app.close());

const page = async (variables: Record<string, unknown>): Promise<Page['accounts']> =>
  (await admin.ask<Page>(PAGE, { filter: { search: '@list.cn' }, ...variables })).accounts;

/** Walks a list page by page in one direction and returns the addresses in list order. */
async function walk(size: number, sort: unknown, backward: boolean): Promise<string[]> {
  const emails: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const answer: Page['accounts'] = await page(
      backward ? { last: size, before: cursor, sort } : { first: size, after: cursor, sort },
    );
    const found = answer.nodes.map((node) => node.email);
    if (backward) emails.unshift(...found);
    else emails.push(...found);
    if (!(backward ? answer.pageInfo.hasPreviousPage : answer.pageInfo.hasNextPage)) return emails;
    cursor = backward ? answer.pageInfo.startCursor : answer.pageInfo.endCursor;
  }
}

describe('a list', () => {
  it('gives every row exactly once, in the same order, whatever the page size, order and direction', async () => {
    const sortField = fc.record({
      field: fc.constantFrom('NAME', 'EMAIL', 'CREATED_AT'),
      direction: fc.constantFrom('ASC', 'DESC'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.uniqueArray(sortField, { minLength: 1, maxLength: 3, selector: (s) => s.field }),
        fc.boolean(),
        async (size, sort, backward) => {
          const whole = (await page({ first: 200, sort })).nodes.map((node) => node.email);
          expect(new Set(whole).size).toBe(57);
          expect(await walk(size, sort, backward)).toEqual(whole);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('counts only when asked, and with the filter', async () => {
    expect((await page({ first: 1 })).totalCount).toBe(57);
    expect(
      (await page({ first: 1, filter: { search: '@list.cn', state: { eq: 'DISABLED' } } })).totalCount,
    ).toBe(12);
  });

  it('takes search words literally: nothing in them is SQL or a pattern', async () => {
    for (const search of ["%'; drop table account; --", '_______', '\\', '%']) {
      expect((await page({ filter: { search } })).nodes).toEqual([]);
    }
    expect((await page({ filter: { search: '程远 p03' } })).nodes).toEqual([
      { email: 'p03@list.cn', name: '程远' },
    ]);
  });

  it('refuses a page that is too large, two directions at once, and a cursor of another order', async () => {
    expect(await admin.codeOf(PAGE, { first: 201 })).toBe('BAD_USER_INPUT');
    expect(await admin.codeOf(PAGE, { first: 0 })).toBe('BAD_USER_INPUT');
    expect(await admin.codeOf(PAGE, { first: 1, last: 1 })).toBe('BAD_USER_INPUT');
    const { pageInfo } = await page({ first: 1, sort: [{ field: 'NAME', direction: 'ASC' }] });
    expect(
      await admin.codeOf(PAGE, {
        first: 1,
        after: pageInfo.endCursor,
        sort: [{ field: 'EMAIL', direction: 'ASC' }],
      }),
    ).toBe('BAD_USER_INPUT');
    expect(await admin.codeOf(PAGE, { first: 1, after: 'bm90IGEgY3Vyc29y' })).toBe('BAD_USER_INPUT');
  });

  it('is one statement, whatever the number of rows and whatever is nested in them', async () => {
    const nested = /* GraphQL */ `query ($first: Int) { accounts(first: $first) { nodes { email grants { role scopeName } } totalCount } }`;
    const statements = async (first: number): Promise<number> =>
      (await app.statements(() => admin.ask(nested, { first }))).length;
    await statements(1);
    expect(await statements(1)).toBe(1);
    expect(await statements(57)).toBe(1);
  });
});
