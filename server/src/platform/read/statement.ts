import { sql } from 'kysely';
import { asSql, type Condition, type Sql } from '../access/condition.ts';
import type { ReadContext } from './define-read.ts';
import type { ObjectPlan, Slot } from './plan.ts';
import { type Row, rowOf, tableOf } from './row.ts';

/** Hands out aliases within one statement. */
export class Aliases {
  private next = 0;
  take(): string {
    return `t${this.next++}`;
  }
}

/** What one level of a statement is made of: the row's JSON array and the joins it needs. */
interface Level {
  readonly context: ReadContext;
  readonly aliases: Aliases;
  readonly joins: Sql[];
}

/** The rows of `plan` that meet `where` and are visible, as `from … where …` with one JSON array a row. */
export function selectObjects(
  plan: ObjectPlan,
  context: ReadContext,
  aliases: Aliases,
  tail: (row: Row) => { readonly where: Condition; readonly suffix?: Sql; readonly extra?: Sql },
): Sql {
  const row = rowOf(plan.bound.meta, aliases.take());
  const level: Level = { context, aliases, joins: [] };
  const json = objectJson(plan, row, level);
  const { where, suffix, extra } = tail(row);
  const visible = plan.bound.definition.access.read(context.viewer, row);
  return sql`select ${json} as node${extra ? sql`, ${extra}` : sql``} from ${tableOf(plan.bound.meta)} ${sql.raw(row.alias)}${
    level.joins.length > 0 ? sql` ${sql.join(level.joins, sql` `)}` : sql``
  } where ${asSql(visible)} and ${asSql(where)}${suffix ? sql` ${suffix}` : sql``}`;
}

/** A PostgreSQL function takes at most 100 arguments; a wider object is read as joined arrays. */
const ARGUMENTS = 90;

function objectJson(plan: ObjectPlan, row: Row, level: Level): Sql {
  const values = plan.slots.map((slot) => guarded(slot, row, level));
  if (values.length <= ARGUMENTS) return sql`json_build_array(${sql.join(values)})`;
  const parts: Sql[] = [];
  for (let from = 0; from < values.length; from += ARGUMENTS) {
    parts.push(sql`jsonb_build_array(${sql.join(values.slice(from, from + ARGUMENTS))})`);
  }
  return sql.join(parts, sql` || `);
}

/** A value shown only to some is null for everybody else, in the statement itself. */
function guarded(slot: Slot, row: Row, level: Level): Sql {
  const shown = slot.shown ? slot.shown(level.context.viewer, row) : true;
  if (shown === false) return sql`null`;
  const value = slotSql(slot, row, level);
  return shown === true ? value : sql`case when ${shown} then ${value} end`;
}

function slotSql(slot: Slot, row: Row, level: Level): Sql {
  switch (slot.kind) {
    case 'column':
      return slot.cast ? sql`${row.col(slot.property)}${sql.raw(slot.cast)}` : row.col(slot.property);
    case 'expression':
      return slot.field.sql(row, level.context);
    case 'right':
      return asSql(slot.rule(level.context.viewer, row));
    case 'one': {
      const child = rowOf(slot.plan.bound.meta, level.aliases.take());
      const on = slot.field.on
        ? slot.field.on(row, child, level.context)
        : sql<boolean>`${child.id} = ${row.col(slot.property)}`;
      const visible = slot.plan.bound.definition.access.read(level.context.viewer, child);
      level.joins.push(
        sql`left join ${tableOf(slot.plan.bound.meta)} ${sql.raw(child.alias)} on ${on} and ${asSql(visible)}`,
      );
      return sql`case when ${child.id} is not null then ${objectJson(slot.plan, child, level)} end`;
    }
    case 'many': {
      const inner = selectObjects(slot.plan, level.context, level.aliases, (child) => ({
        where: slot.field.on
          ? slot.field.on(row, child, level.context)
          : sql<boolean>`${child.col(slot.field.by ?? '')} = ${row.id}`,
        suffix: sql`order by ${slot.field.order(child)} limit ${sql.raw(String(slot.field.limit))}`,
      }));
      return sql`(select coalesce(json_agg(s.node), '[]'::json) from (${inner}) s)`;
    }
  }
}
