import { AsyncLocalStorage } from 'node:async_hooks';
import type { CompiledQuery } from 'kysely';
import { NestedQueryError, TransactionRequiredError, TransactionTimeoutError } from './errors.ts';

/** The life of one transaction as its call chain sees it. */
export interface TransactionScope {
  /** `opening` may take a connection and begin; `open` may not touch another one; `closed` is harmless again. */
  state: 'opening' | 'open' | 'closed' | 'timed-out';
  limitMilliseconds: number;
  /** Set when the next statement is the last one: the commit goes with it. */
  last?: LastStatement;
}

/** The end of a transaction: what is read behind its commit, and what came of that. */
interface LastStatement {
  readonly behind: readonly CompiledQuery[];
  rows: readonly (Rows | null)[];
}

/** Rows of a read. */
type Rows = readonly Record<string, unknown>[];

const scopes = new AsyncLocalStorage<TransactionScope>();

/** Runs `fn` as the owner of a transaction scope. */
export function withinScope<T>(scope: TransactionScope, fn: () => Promise<T>): Promise<T> {
  return scopes.run(scope, fn);
}

/** Runs `fn` outside of any transaction scope: for handlers that another call chain happens to trigger. */
export function outsideScope<T>(fn: () => T): T {
  return scopes.exit(fn);
}

/** Throws when this call chain holds a transaction: a second connection would wait for the first, for ever. */
export function assertMayAcquire(): void {
  const scope = scopes.getStore();
  if (scope?.state === 'open') throw new NestedQueryError();
  if (scope?.state === 'timed-out') throw new TransactionTimeoutError(scope.limitMilliseconds);
}

/** Throws unless `inTransaction` is the one that begins. */
export function assertMayBegin(): void {
  if (scopes.getStore()?.state !== 'opening') throw new TransactionRequiredError();
}

/**
 * Runs the one statement that `fn` sends as the last of the running transaction: it is committed when that returns. The
 * reads `behind` it see what was committed, and cost no round trip of their own; returns their rows, null for one that
 * failed, which takes nothing back.
 */
export async function asLastStatement(
  fn: () => Promise<unknown>,
  behind: readonly CompiledQuery[] = [],
): Promise<readonly (Rows | null)[]> {
  const scope = scopes.getStore();
  if (scope?.state !== 'open') throw new TransactionRequiredError();
  scope.last = { behind, rows: [] };
  await fn();
  return scope.last.rows;
}

/** How the transaction ends, where the statement about to be sent is its last one. */
export function lastStatement(): LastStatement | undefined {
  return scopes.getStore()?.last;
}
