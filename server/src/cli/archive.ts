import type { EntityMetadata } from '@mikro-orm/core';
import type { Database } from '../platform/database/index.ts';

/** The first line of a backup: what it is and how to read it. */
export interface Manifest {
  readonly format: 'xinghuo-backup';
  readonly version: 1;
  readonly madeAt: string;
  /** The last migration of the database it was taken from; restored only into the same. */
  readonly migration: string;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
  readonly files: number;
}

/** One table of the product. */
export interface Table {
  readonly name: string;
  /** Rows refer to rows of the same table, so they must all be put back in one statement. */
  readonly refersToItself: boolean;
}

/** The product's tables, each after those it refers to, so that rows can be put back in this order. */
export function tablesInOrder(database: Database): readonly Table[] {
  const metas = [...database.orm.getMetadata().getAll().values()].filter(
    (meta) => meta.tableName && !meta.abstract,
  ) as EntityMetadata[];
  const byName = new Map(metas.map((meta) => [meta.tableName, meta]));
  const done = new Map<string, Table>();
  const visit = (meta: EntityMetadata, path: ReadonlySet<string>): void => {
    if (done.has(meta.tableName) || path.has(meta.tableName)) return;
    for (const property of meta.relations) {
      const target = property.targetMeta?.tableName;
      const other = target && property.fieldNames?.length ? byName.get(target) : undefined;
      if (other && other !== meta) visit(other, new Set([...path, meta.tableName]));
    }
    done.set(meta.tableName, {
      name: meta.tableName,
      refersToItself: meta.relations.some((property) => property.targetMeta === meta),
    });
  };
  for (const meta of [...byName.values()].sort((a, b) => a.tableName.localeCompare(b.tableName)))
    visit(meta, new Set());
  return [...done.values()];
}
