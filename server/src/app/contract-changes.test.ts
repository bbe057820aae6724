import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printedContract } from './contract.ts';
import { contractFaults, type Declarations } from './contract-changes.ts';

const RELEASED = 'type Query { team(id: ID!): Team } type Team { name: String! motto: String }';
const PRESENT = 'type Query { team(id: ID!): Team } type Team { name: String! }';
const REMOVED = 'Team.motto was removed.';
const WHY = 'nobody ever filled it in, and it was never shown';
const declare = (...changes: Declarations['changes']): Declarations => ({ since: '0.1.0', changes });

describe('the comparison with the last release', () => {
  it('finds nothing where only something was added', () => {
    expect(contractFaults(PRESENT, RELEASED, declare())).toEqual([]);
  });

  it('finds a breaking change until it is declared', () => {
    expect(contractFaults(RELEASED, PRESENT, declare())).toEqual([`breaking and not declared: ${REMOVED}`]);
    expect(
      contractFaults(RELEASED, PRESENT, declare({ change: REMOVED, why: WHY, version: '0.2.0' })),
    ).toEqual([]);
  });

  it.each([
    [{ change: REMOVED, why: ' ', version: '0.2.0' }, 'declared without saying why'],
    [{ change: REMOVED, why: WHY, version: '' }, 'declared without the release that brings it'],
    [{ change: REMOVED, why: WHY, version: '0.1.0' }, 'declared without the release that brings it'],
  ])('refuses the declaration %o', (declared, expected) => {
    expect(contractFaults(RELEASED, PRESENT, declare(declared))).toEqual([`${expected}: ${REMOVED}`]);
  });

  it('refuses a stale declaration', () => {
    const stale = declare({ change: REMOVED, why: WHY, version: '0.2.0' });
    expect(contractFaults(PRESENT, PRESENT, stale)).toEqual([
      `declared, but nothing of the kind changed: ${REMOVED}`,
    ]);
  });
});

it('the present contract breaks no caller of the last release undeclared', async () => {
  const read = (path: string): string =>
    readFileSync(join(import.meta.dirname, '..', '..', 'contract', path), 'utf8');
  const declarations = JSON.parse(read('breaking-changes.json')) as Declarations;
  expect(contractFaults(read('released/schema.graphql'), await printedContract(), declarations)).toEqual([]);
});
