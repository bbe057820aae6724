import {
  ORDER_LIFECYCLE,
  type OrderStanding,
  orderProblems,
} from '@xinghuo/shared/judging/domain/presentation';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import { anyOf } from '../../platform/access/condition.ts';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import { computed, defineRead, expression, many } from '../../platform/read/define-read.ts';
import { unplacedEntries } from './fingerprints.ts';
import { audits, runsRound } from './judging.conditions.ts';
import { presentationAccess, presentationSlotAccess } from './presentation.access.ts';
import { Presentation, PresentationSlot } from './presentation.entity.ts';

/** How a turn is read. */
export const presentationSlotRead = defineRead({
  type: 'PresentationSlot',
  entity: PresentationSlot,
  access: presentationSlotAccess,
  fields: {
    mySheetId: expression(
      (row, { viewer }) =>
        sql`(select s.id from score_sheet s join judge j on j.id = s.judge_id where s.round_id = ${row.col('round')} and s.entry_id = ${row.col('entry')} and s.state <> 'RECUSED' and j.account_id = ${viewer.accountId} limit 1)`,
    ),
  },
});

/** What decides about the steps of a starting order, as one jsonb object; `roundId` is its round's key. */
export function orderStanding(roundId: Sql): Sql<OrderStanding> {
  return sql`(select jsonb_build_object('locked', ordered.state = 'LOCKED',
    'begun', exists (select 1 from presentation_slot begun_slot where begun_slot.round_id = ordered.id and begun_slot.state <> 'WAITING'),
    'unplaced', ${unplacedEntries(sql`ordered`)}) from round ordered where ordered.id = ${roundId})`;
}

/** How a starting order is read. */
export const presentationRead = defineRead({
  type: 'Presentation',
  entity: Presentation,
  access: presentationAccess,
  fields: {
    slots: many(() => presentationSlotRead, {
      by: 'presentation',
      order: (slot) => sql`${slot.col('position')}`,
      limit: 500,
    }),
    unplaced: computed(['standing'], (row) => row.get<OrderStanding | null>('standing')?.unplaced ?? null),
    // One state: what may be done follows from turns and round alone.
    state: expression(() => sql`'DRAWN'`),
    standing: expression((row) => orderStanding(row.col('round')), {
      shown: (viewer, row) => anyOf(audits(viewer), runsRound(viewer, row.col('round'))),
    }),
    availableTransitions: transitionsField(ORDER_LIFECYCLE, {
      needs: ['standing'],
      rules: (event, get) => {
        const standing = get<OrderStanding | null>('standing');
        return standing ? orderProblems(event, standing) : [];
      },
    }),
    asOf: computed([], (_row, { now }) => now),
  },
});
