import { defineEntity, p } from '@mikro-orm/core';
import { SLOT_STATES, type SlotState } from '@xinghuo/shared/judging/domain/presentation';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable } from '../../platform/entity/base.ts';
import { Entry, Round } from '../competition/index.ts';

const PresentationSchema = defineEntity({
  name: 'Presentation',
  tableName: 'presentation',
  properties: {
    ...editable,
    round: () => p.oneToOne(Round).ref().owner(),
    /** What the starting order was drawn from: the same seed draws it again. */
    seed: p.integer(),
    drawnAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    /** Each entry's time. */
    secondsAllowed: p.integer(),
    /** Marks are taken so long after an entry's end. */
    graceSeconds: p.integer(),
  },
});

/** A presentation round's drawn starting order and its times. */
export class Presentation extends PresentationSchema.class {}
PresentationSchema.setClass(Presentation);

const PresentationSlotSchema = defineEntity({
  name: 'PresentationSlot',
  tableName: 'presentation_slot',
  properties: {
    ...editable,
    presentation: () => p.manyToOne(Presentation).ref().deleteRule('cascade').index(),
    round: () => p.manyToOne(Round).ref(),
    entry: () => p.manyToOne(Entry).ref().index(),
    position: p.integer(),
    state: p.enum(valuesOf(SLOT_STATES)).$type<SlotState>().default('WAITING'),
    secondsAllowed: p.integer(),
    secondsUsed: p.integer().default(0),
    /** When and from which seed it was drawn to the end, after the order itself; null for turns of the first draw. */
    appendedAt: p.datetime().nullable(),
    appendSeed: p.integer().nullable(),
    startedAt: p.datetime().nullable(),
    /** Marks of the entry are refused from here on; null while it waits or stands. */
    locksAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'presentation_slot_appended', expression: '(appended_at is null) = (append_seed is null)' },
  ],
  uniques: [
    { properties: ['round', 'entry'] },
    {
      name: 'presentation_slot_on',
      expression:
        "create unique index presentation_slot_on on presentation_slot (round_id) where state in ('ON', 'PAUSED')",
    },
  ],
});

/** One entry's turn. */
export class PresentationSlot extends PresentationSlotSchema.class {}
PresentationSlotSchema.setClass(PresentationSlot);
