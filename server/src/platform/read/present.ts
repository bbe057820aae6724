import type { ComputedRow, ReadContext } from './define-read.ts';
import type { ObjectPlan } from './plan.ts';

/** What a read hands to GraphQL: one plain object by field name. */
export type Presented = Record<string, unknown>;

/** Turns one JSON array of the statement into the object GraphQL resolves from. */
export function present(plan: ObjectPlan, values: readonly unknown[], context: ReadContext): Presented {
  const object: Presented = {};
  plan.slots.forEach((slot, i) => {
    const value = values[i];
    switch (slot.kind) {
      case 'one':
        object[slot.name] = Array.isArray(value) ? present(slot.plan, value, context) : null;
        break;
      case 'many':
        object[slot.name] = presentAll(slot.plan, value, context);
        break;
      default:
        object[slot.name] = value;
    }
  });
  if (plan.computed.length > 0) {
    const source: ComputedRow = {
      get: <T>(field: string) => object[field] as T,
      may: (right) => object[`right:${right}`] === true,
    };
    for (const { name, field } of plan.computed) object[name] = field.value(source, context);
  }
  return object;
}

/** A list of JSON arrays, each presented. */
export function presentAll(plan: ObjectPlan, value: unknown, context: ReadContext): Presented[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => present(plan, Array.isArray(item) ? item : [], context));
}
