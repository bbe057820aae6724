import type { Viewer } from '../access/viewer.ts';
import type { RunSql } from '../read/reader.ts';
import type { Tx } from './tx.ts';

/** Who runs a step, when, and under which request. */
export interface WriteContext {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly requestId: string | null;
}

/**
 * One step of the product: load, rights, rules, write. It runs inside one transaction with its audit event.
 * What it returns is the payload by field: an id (or ids) where the field is an object type, which is then read through
 * the read pipeline as the viewer may see it; the value itself otherwise. A use case that must keep what it wrote
 * although it refuses (a counted failed sign-in) returns its `problems` instead of throwing them.
 */
export interface UseCase<I, O extends object, P = undefined> {
  /** The mutation's name, and the operation in the audit log. */
  readonly name: string;
  /** Slow work that must not hold a transaction (hashing, computing): what it returns is handed to `run`. */
  readonly prepare?: (read: RunSql, input: I, context: WriteContext) => Promise<P>;
  readonly run: (tx: Tx, input: I, prepared: P) => Promise<O>;
}

/** Declares a use case. */
export function useCase<I, O extends object>(
  name: string,
  run: (tx: Tx, input: I) => Promise<O>,
): UseCase<I, O> {
  return { name, run };
}

/** Declares a use case with slow work ahead of its transaction. */
export function preparedUseCase<I, O extends object, P>(
  name: string,
  prepare: NonNullable<UseCase<I, O, P>['prepare']>,
  run: UseCase<I, O, P>['run'],
): UseCase<I, O, P> {
  return { name, prepare, run };
}
