import type { ComputedRow, ReadContext } from './define-read.ts';
import { type ObjectPlan, type Slot, widthOf } from './plan.ts';
import { ARGUMENTS } from './statement.ts';

/** What a read hands to GraphQL: one plain object by field name. */
export type Presented = Record<string, unknown>;

/** Turns the columns that a statement answers (`columnsJson`) into the objects GraphQL resolves from, one a row. */
export function presentAll(plan: ObjectPlan, value: unknown, context: ReadContext): Presented[] {
  const columns = columnsOf(plan, value);
  const rows = columns[0]?.length ?? 0;
  const objects: Presented[] = [];
  for (let row = 0; row < rows; row += 1) objects.push(presentRow(plan, columns, 0, row, context));
  return objects;
}

/** The one object of an answer that holds a value for every column (`selectOne`). */
export function presentOne(plan: ObjectPlan, value: unknown, context: ReadContext): Presented {
  const values: readonly unknown[] =
    plan.width > ARGUMENTS ? (value as unknown[][]).flat() : (value as unknown[]);
  return presentRow(
    plan,
    values.map((each) => [each]),
    0,
    0,
    context,
  );
}

type Columns = readonly (readonly unknown[])[];

/** Without rows every column is null. */
function columnsOf(plan: ObjectPlan, value: unknown): Columns {
  if (!Array.isArray(value)) return [];
  const columns: readonly unknown[] = plan.width > ARGUMENTS ? value.flat() : value;
  return Array.isArray(columns[0]) ? (columns as Columns) : [];
}

/** One row, its columns beginning at `from`. */
function presentRow(
  plan: ObjectPlan,
  columns: Columns,
  from: number,
  row: number,
  context: ReadContext,
): Presented {
  const object: Presented = {};
  let at = from;
  for (const slot of plan.slots) {
    const value = columns[at]?.[row];
    switch (slot.kind) {
      case 'one':
        object[slot.name] = presentJoined(slot, columns, at, row, context);
        break;
      case 'many':
        object[slot.name] = presentAll(slot.plan, value, context);
        break;
      default:
        object[slot.name] = value;
    }
    at += widthOf(slot);
  }
  if (plan.computed.length > 0) compute(plan, object, context);
  return object;
}

/** A to-one relation: null when its row is not there, or not for the viewer. */
function presentJoined(
  { key, plan }: Slot & { readonly kind: 'one' },
  columns: Columns,
  at: number,
  row: number,
  context: ReadContext,
): Presented | null {
  if (key < 0) return columns[at]?.[row] === true ? presentRow(plan, columns, at + 1, row, context) : null;
  return columns[at + key]?.[row] === null ? null : presentRow(plan, columns, at, row, context);
}

function compute(plan: ObjectPlan, object: Presented, context: ReadContext): void {
  const source: ComputedRow = {
    get: <T>(field: string) => object[field] as T,
    may: (right) => object[`right:${right}`] === true,
  };
  for (const { name, field } of plan.computed) object[name] = field.value(source, context);
}
