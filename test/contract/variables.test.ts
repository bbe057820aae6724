import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.ts';

const REGIONS =
  'query ($first: Int! = 3, $filter: RegionFilter) { regions(first: $first, filter: $filter) { nodes { id } } }';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('variables of compiled operations', () => {
  it('have their defaults, those that may not be null included', async () => {
    expect(await app.visitor.codeOf(REGIONS)).toBeNull();
    expect(await app.visitor.codeOf(REGIONS, { first: 5 })).toBeNull();
  });

  it('of a wrong type, unknown fields and missing ones are the fault of the caller, and said', async () => {
    for (const variables of [{ first: 'three' }, { first: null }, { filter: { nonsense: true } }]) {
      const { errors } = await app.visitor.send(REGIONS, variables);
      expect(errors[0]?.extensions.code, JSON.stringify(variables)).toBe('BAD_USER_INPUT');
      expect(errors[0]?.message).toContain('Variable "$');
    }
    const missing = 'query ($id: ID!) { region(id: $id) { id } }';
    expect(await app.visitor.codeOf(missing)).toBe('BAD_USER_INPUT');
  });
});
