import type { EntityMetadata } from '@mikro-orm/core';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Access } from '../access/access.ts';
import { asSql, type Condition } from '../access/condition.ts';
import type { Viewer } from '../access/viewer.ts';
import { ById, type Compile, Kept } from '../read/kept.ts';
import { type Row, rowOf, tableOf } from '../read/row.ts';

/** What a row is loaded for. */
export interface Load {
  readonly meta: EntityMetadata;
  readonly access: Access;
  readonly viewer: Viewer;
  /** An action of the policy; the row itself must be visible in any case. */
  readonly right?: string | undefined;
  readonly lock: 'update' | 'share' | 'none';
  /** A value about the row. A function of a module, not one made for the occasion: the statement is found again by it. */
  readonly about?: ((row: Row) => RawBuilder<unknown>) | undefined;
}

/** The row's columns, whether the viewer has the right, and the value about it. */
export type LoadedRow = Record<string, unknown> & { readonly right$: boolean; readonly about$?: unknown };

const LOCKS = { update: ' for update of t0', share: ' for share of t0', none: '' };

/** The condition of a viewer's right on a row. */
export function rightOn(access: Access, name: string | undefined, viewer: Viewer, row: Row): Condition {
  if (name === undefined) return true;
  const rule = access.actions[name];
  if (!rule) throw new Error(`the policy of ${access.subject} has no right ${name}`);
  return rule(viewer, row);
}

/** The statements that load one row to write it, put together once for a viewer. */
export class Loads {
  private readonly kept = new Kept<ById<LoadedRow>>();

  constructor(private readonly compile: Compile) {}

  /** The statement that loads and locks the row of this id, if the viewer may see it. */
  of(load: Load, id: string): CompiledQuery<LoadedRow> {
    const { meta, access, viewer, right, lock, about } = load;
    const objects = about ? [meta, access, viewer, about] : [meta, access, viewer];
    const made = this.kept.get(objects, `${right ?? ''} ${lock}`, () => new ById(this.compile, select(load)));
    return made.of(id);
  }
}

function select({ meta, access, viewer, right, lock, about }: Load) {
  const row = rowOf(meta, 't0');
  const met = asSql(rightOn(access, right, viewer, row));
  const further = about ? sql`, ${about(row)} as "about$"` : sql``;
  return (id: RawBuilder<string>): RawBuilder<LoadedRow> =>
    sql`select t0.*, ${met} as "right$"${further} from ${tableOf(meta)} t0 where t0.id = ${id} and ${asSql(access.read(viewer, row))}${sql.raw(LOCKS[lock])}`;
}
