import {
  ORDER_LIFECYCLE,
  type OrderEvent,
  type OrderStanding,
  orderProblems,
  PRESENTATION_LIMITS,
  SLOT_LIFECYCLE,
  type SlotClock,
  type SlotEvent,
  slotAfter,
  slotExtended,
} from '@xinghuo/shared/judging/domain/presentation';
import { queueOrder } from '@xinghuo/shared/judging/domain/queue-order';
import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Entry, Round, roundAccess } from '../competition/index.ts';
import { judgedInRound } from './fingerprints.ts';
import { presentationAccess, presentationSlotAccess } from './presentation.access.ts';
import { Presentation, PresentationSlot } from './presentation.entity.ts';
import { orderStanding } from './presentation.read.ts';
import { reasonOf } from './reason.ts';
import { JUDGING_CHANGED } from './topics.ts';

const { seconds, grace, extension } = PRESENTATION_LIMITS;

/** Draws the starting order of a presentation round from a seed; anew only while nobody has been on. */
export const drawPresentation = useCase(
  'presentationDraw',
  async (
    tx,
    input: {
      readonly roundId: string;
      readonly secondsAllowed: number;
      readonly graceSeconds: number;
      readonly seed: number;
    },
  ) => {
    const round = await tx.get(Round, roundAccess, input.roundId, { right: 'manage', path: 'roundId' });
    if (round.kind !== 'PRESENTATION') tx.refuse(problem('PRESENTATION_OTHER_ROUND', 'roundId'));
    if (round.state === 'LOCKED') tx.refuse(problem('ROUND_LOCKED', 'roundId'));
    tx.note(
      rangeProblem('secondsAllowed', input.secondsAllowed, seconds.min, seconds.max),
      rangeProblem('graceSeconds', input.graceSeconds, grace.min, grace.max),
      rangeProblem('seed', input.seed, 0, 2_147_483_647),
    );
    tx.settle();
    const held = await tx.em.findOne(Presentation, { round: round.id });
    if (held) await demandStep(tx, round.id, 'draw');
    const before = held ? await tx.em.find(PresentationSlot, { presentation: held.id }) : [];
    const judged = await tx.query<{ id: string }>(
      sql`select e.id from entry e, round r where r.id = ${round.id} and ${judgedInRound(sql`e`, sql`r`)}`,
    );
    if (judged.length === 0) tx.refuse(problem('ENTRIES_MISSING', 'roundId'));
    for (const slot of before) tx.em.remove(slot);
    await tx.em.flush();
    const { secondsAllowed, graceSeconds, seed } = input;
    const presentation =
      held ?? tx.em.create(Presentation, { round, seed, drawnAt: tx.now, secondsAllowed, graceSeconds });
    Object.assign(presentation, { seed, drawnAt: tx.now, publishedAt: null, secondsAllowed, graceSeconds });
    const order = queueOrder(
      seed,
      judged.map(({ id }) => id),
      new Set(),
    );
    for (const [i, entry] of order.entries()) {
      tx.em.create(PresentationSlot, {
        presentation,
        round,
        entry: tx.em.getReference(Entry, entry),
        position: i + 1,
        secondsAllowed,
      });
    }
    await tx.em.flush();
    await tx.publish(JUDGING_CHANGED, { roundId: round.id });
    return { presentation: presentation.id };
  },
);

/** Refuses a step of a starting order for the reasons that its `availableTransitions` give. */
async function demandStep(tx: Tx, roundId: string, event: OrderEvent): Promise<void> {
  const [row] = await tx.query<{ standing: OrderStanding }>(
    sql`select ${orderStanding(sql`${roundId}::uuid`)} as standing`,
  );
  if (row)
    transitionTo(tx, ORDER_LIFECYCLE, event, ORDER_LIFECYCLE.initial, orderProblems(event, row.standing));
}

/**
 * Draws the entries of the round without a turn to the end of the starting order: whoever joined later has a turn too,
 * and nobody else's place changes.
 */
export const appendPresentation = useCase(
  'presentationAppend',
  async (tx, input: { readonly roundId: string; readonly seed: number }) => {
    const { roundId, seed } = input;
    const round = await tx.get(Round, roundAccess, roundId, { right: 'manage', path: 'roundId' });
    const presentation = await tx.em.findOne(Presentation, { round: round.id });
    if (!presentation) return tx.refuse(problem('NOT_FOUND', 'roundId'));
    tx.note(rangeProblem('seed', seed, 0, 2_147_483_647));
    tx.settle();
    await demandStep(tx, round.id, 'append');
    tx.subject = { type: 'Presentation', id: presentation.id };
    const late = await tx.query<{ id: string }>(
      sql`select e.id from entry e, round r where r.id = ${round.id} and ${judgedInRound(sql`e`, sql`r`)} and not exists (select 1 from presentation_slot s where s.round_id = r.id and s.entry_id = e.id)`,
    );
    const [last] = await tx.query<{ position: number }>(
      sql`select coalesce(max(position), 0) as position from presentation_slot where round_id = ${round.id}`,
    );
    const order = queueOrder(
      seed,
      late.map(({ id }) => id),
      new Set(),
    );
    for (const [i, entry] of order.entries()) {
      tx.em.create(PresentationSlot, {
        presentation,
        round,
        entry: tx.em.getReference(Entry, entry),
        position: (last?.position ?? 0) + i + 1,
        secondsAllowed: presentation.secondsAllowed,
        appendedAt: tx.now,
        appendSeed: seed,
      });
    }
    await tx.em.flush();
    await tx.publish(JUDGING_CHANGED, { roundId: round.id });
    return { presentation: presentation.id };
  },
);

/** Shows the starting order to the leaders of the teams that present. */
export const publishPresentation = useCase(
  'presentationPublish',
  async (tx, input: { readonly id: string }) => {
    const presentation = await tx.get(Presentation, presentationAccess, input.id, { right: 'manage' });
    presentation.publishedAt ??= tx.now;
    await tx.publish(JUDGING_CHANGED, { roundId: presentation.round.id });
    return { presentation: presentation.id };
  },
);

const clockOf = (slot: PresentationSlot): SlotClock => ({
  state: slot.state,
  secondsAllowed: slot.secondsAllowed,
  secondsUsed: slot.secondsUsed,
  startedAt: slot.startedAt ?? null,
  locksAt: slot.locksAt ?? null,
});

/** Starts, pauses, goes on with or ends a turn, by the server's clock. One entry is on at a time. */
export const stepPresentation = useCase(
  'presentationStep',
  async (tx, input: { readonly id: string; readonly version: number; readonly event: SlotEvent }) => {
    const slot = await tx.get(PresentationSlot, presentationSlotAccess, input.id, {
      right: 'manage',
      version: input.version,
    });
    const round = await tx.get(Round, roundAccess, slot.round.id, { right: 'manage' });
    const presentation = await tx.em.findOneOrFail(Presentation, slot.presentation.id);
    if (round.state !== 'OPEN') tx.refuse(problem('ROUND_NOT_OPEN', [], { state: round.state }));
    const others = await tx.em.count(PresentationSlot, {
      round: round.id,
      state: { $in: ['ON', 'PAUSED'] },
      id: { $ne: slot.id },
    });
    if (input.event === 'start' && others > 0) tx.refuse(problem('PRESENTATION_OTHER_ON', 'id'));
    const after = slotAfter(clockOf(slot), input.event, presentation.graceSeconds, tx.now);
    slot.state = transitionTo(tx, SLOT_LIFECYCLE, input.event, slot.state, []);
    Object.assign(slot, after);
    await tx.publish(JUDGING_CHANGED, { roundId: round.id });
    return { presentation: presentation.id };
  },
);

/** Gives an entry that has begun more time, and its marks as much, for a recorded reason. */
export const extendPresentation = useCase(
  'presentationExtend',
  async (
    tx,
    input: {
      readonly id: string;
      readonly version: number;
      readonly seconds: number;
      readonly reason: string;
    },
  ) => {
    const slot = await tx.get(PresentationSlot, presentationSlotAccess, input.id, {
      right: 'manage',
      version: input.version,
    });
    if (slot.state === 'WAITING') tx.refuse(problem('PRESENTATION_NOT_BEGUN', 'id'));
    tx.note(rangeProblem('seconds', input.seconds, extension.min, extension.max));
    reasonOf(tx, input.reason);
    tx.settle();
    const presentation = await tx.em.findOneOrFail(Presentation, slot.presentation.id);
    Object.assign(slot, slotExtended(clockOf(slot), input.seconds, presentation.graceSeconds, tx.now));
    await tx.publish(JUDGING_CHANGED, { roundId: slot.round.id });
    return { presentation: slot.presentation.id };
  },
);
