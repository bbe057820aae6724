import type { RawBuilder } from 'kysely';
import type { Viewer } from '../access/viewer.ts';
import type { Sheet } from '../sheets/index.ts';
import type { Tx } from '../write/tx.ts';
import type { ImportLog } from './import-log.ts';

/** One understood row of a sheet, with its number as the spreadsheet program shows it. */
export interface ImportRow<Row> {
  readonly row: number;
  readonly values: Row;
}

/** What a check may look at: it runs ahead of the transaction for the preview, and inside it for the import. */
export interface ImportCheck {
  query<R>(query: RawBuilder<R>): Promise<readonly R[]>;
  readonly viewer: Viewer;
  readonly now: Date;
}

/** What an import did, in rows of the sheet. */
export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What can be imported from a sheet. */
export interface ImportKind<Row = unknown> {
  /** The last part of `/imports/<kind>`. */
  readonly kind: string;
  /** The permission the whole import asks for. */
  readonly permission: string;
  readonly sheet: Sheet<Row>;
  /** Finds what a cell alone cannot tell: names that nothing has, objects that must not change. */
  check(rows: readonly ImportRow<Row>[], context: ImportCheck, log: ImportLog): Promise<void>;
  /**
   * Writes the rows, which have just been checked in the same transaction. Rows that change nothing count as unchanged
   * and write nothing, so that the same sheet can be imported again.
   */
  apply(tx: Tx, rows: readonly ImportRow<Row>[]): Promise<ImportCounts>;
}

const kinds = new Map<string, ImportKind>();

/** Declares a kind of import; routes, preview, template and confirmation follow from it. */
export function defineImport<Row>(kind: ImportKind<Row>): ImportKind<Row> {
  if (kinds.has(kind.kind)) throw new Error(`two imports of the kind ${kind.kind}`);
  kinds.set(kind.kind, kind);
  return kind;
}

/** A declared kind of import. */
export function importKind(name: string): ImportKind | undefined {
  return kinds.get(name);
}

/** The names of all declared kinds. */
export function importKinds(): readonly string[] {
  return [...kinds.keys()];
}
