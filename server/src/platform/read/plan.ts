import type { EntityProperty } from '@mikro-orm/core';
import type { FieldNode } from 'graphql';
import type { RowRule } from '../access/access.ts';
import type { ComputedField, ExpressionField, ManyField, OneField, ReadField } from './define-read.ts';
import type { BoundRead, ReadModel } from './read-model.ts';
import { columnOf } from './row.ts';
import { type SelectionSource, selectedFields } from './selection.ts';

interface SlotBase {
  readonly name: string;
  readonly shown?: RowRule | undefined;
}
/** One thing that is read of a row: a column of the statement, or for a to-one relation several. */
export type Slot =
  | (SlotBase & {
      readonly kind: 'column';
      /** What follows the alias: `."total"::text`. Numbers that JSON would round travel as text. */
      readonly text: string;
    })
  | (SlotBase & { readonly kind: 'expression'; readonly field: ExpressionField })
  | (SlotBase & {
      readonly kind: 'one';
      readonly field: OneField;
      readonly property: string;
      readonly plan: ObjectPlan;
      /** Which of its columns tells that the row is there: its id; -1 when that is not read, and a column says it. */
      readonly key: number;
    })
  | (SlotBase & { readonly kind: 'many'; readonly field: ManyField; readonly plan: ObjectPlan })
  | (SlotBase & { readonly kind: 'right'; readonly rule: RowRule });

/** What is read of one object: made from the selection once and kept with the document. */
export interface ObjectPlan {
  readonly bound: BoundRead;
  readonly slots: readonly Slot[];
  readonly computed: readonly { readonly name: string; readonly field: ComputedField }[];
  /** Columns it takes in a statement. */
  readonly width: number;
  /** Whether something in it depends on the clock. */
  readonly clocked: boolean;
}

/** Columns that a slot takes. */
export function widthOf(slot: Slot): number {
  return slot.kind === 'one' ? slot.plan.width + (slot.key < 0 ? 1 : 0) : 1;
}

/** Where among a plan's columns its id stands, which no row lacks; -1 where it is not read by everybody. */
function keyOf(plan: ObjectPlan): number {
  let at = 0;
  for (const slot of plan.slots) {
    if (slot.kind === 'column' && slot.text === '."id"' && !slot.shown) return at;
    at += widthOf(slot);
  }
  return -1;
}

/** Makes the plan of one object type from the nodes that select it. */
export function planObject(
  model: ReadModel,
  bound: BoundRead,
  nodes: readonly FieldNode[],
  source: SelectionSource,
): ObjectPlan {
  const selected = selectedFields(nodes, source);
  const slots: Slot[] = [];
  const known = new Set<string>();
  const computed: { name: string; field: ComputedField }[] = [];

  const add = (key: string, make: () => Slot): void => {
    if (known.has(key)) return;
    known.add(key);
    slots.push(make());
  };
  const addField = (name: string, field: ReadField, fieldNodes: readonly FieldNode[]): void => {
    if (field.kind !== 'computed') {
      add(name, () => slotOf(model, bound, name, field, fieldNodes, source));
      return;
    }
    for (const need of field.needs) {
      const needed = bound.fields.get(need);
      if (needed && needed.kind !== 'computed') addField(need, needed, selected.get(need) ?? []);
    }
    for (const right of field.rights ?? []) {
      const rule = bound.definition.access.actions[right];
      if (rule) add(`right:${right}`, () => ({ kind: 'right', name: `right:${right}`, rule }));
    }
    computed.push({ name, field });
  };

  for (const [name, fieldNodes] of selected) {
    const field = bound.fields.get(name);
    if (field) addField(name, field, fieldNodes);
  }
  return {
    bound,
    slots,
    computed,
    width: slots.reduce((sum, slot) => sum + widthOf(slot), 0),
    clocked: slots.some(isClocked),
  };
}

function isClocked(slot: Slot): boolean {
  if (slot.kind === 'expression') return slot.field.clocked;
  return (slot.kind === 'one' || slot.kind === 'many') && slot.plan.clocked;
}

function slotOf(
  model: ReadModel,
  bound: BoundRead,
  name: string,
  field: Exclude<ReadField, ComputedField>,
  nodes: readonly FieldNode[],
  source: SelectionSource,
): Slot {
  if (field.kind === 'column') {
    const property = (bound.meta.properties as Record<string, EntityProperty>)[field.property];
    const cast = /^(numeric|decimal)/.test(property?.columnTypes?.[0] ?? '') ? '::text' : '';
    const text = `."${columnOf(bound.meta, field.property)}"${cast}`;
    return { kind: 'column', name, text, shown: field.shown };
  }
  if (field.kind === 'expression') return { kind: 'expression', name, field, shown: field.shown };
  const plan = planObject(model, model.bound(field.read()), nodes, source);
  if (field.kind === 'one') {
    const property = field.property ?? name;
    return { kind: 'one', name, field, property, plan, key: keyOf(plan), shown: field.shown };
  }
  return { kind: 'many', name, field, plan, shown: field.shown };
}
