import { sql } from 'kysely';
import { computed, defineRead, expression, many } from '../../platform/read/define-read.ts';
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
    asOf: computed([], (_row, { now }) => now),
  },
});
