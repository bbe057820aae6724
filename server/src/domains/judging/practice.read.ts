import { sql } from 'kysely';
import { column, defineRead, expression, many, one } from '../../platform/read/define-read.ts';
import { criterionRead } from '../competition/index.ts';
import { judgeCodeSql } from './judging.conditions.ts';
import { anchorAccess, practiceAccess, practiceMarkAccess, practiceSheetAccess } from './practice.access.ts';
import { Anchor, PracticeEntry, PracticeMark, PracticeSheet } from './practice.entity.ts';

/** How an agreed mark is read. */
export const practiceMarkRead = defineRead({
  type: 'PracticeMark',
  entity: PracticeMark,
  access: practiceMarkAccess,
  fields: { criterionId: column('criterion') },
});

/** How a judge's practice is read. */
export const practiceSheetRead = defineRead({
  type: 'PracticeSheet',
  entity: PracticeSheet,
  access: practiceSheetAccess,
  fields: { judgeCode: expression((row) => judgeCodeSql(row.col('judge'))) },
});

/** How a practice entry is read. */
export const practiceRead = defineRead({
  type: 'Practice',
  entity: PracticeEntry,
  access: practiceAccess,
  fields: {
    criteria: many(() => criterionRead, {
      on: (practice, criterion) => sql<boolean>`${criterion.col('round')} = ${practice.col('round')}`,
      order: (criterion) => sql`${criterion.col('position')}`,
      limit: 50,
    }),
    agreed: many(() => practiceMarkRead, {
      by: 'practice',
      order: (mark) =>
        sql`(select asked.position from criterion asked where asked.id = ${mark.col('criterion')})`,
      limit: 50,
    }),
    mine: one(() => practiceSheetRead, {
      on: (practice, sheet, { viewer }) =>
        sql<boolean>`(${sheet.col('practice')} = ${practice.id} and ${sheet.col('judge')} = (select own_judge.id from judge own_judge join round own_round on own_round.competition_id = own_judge.competition_id where own_round.id = ${practice.col('round')} and own_judge.account_id = ${viewer.accountId} limit 1))`,
    }),
    sheets: many(() => practiceSheetRead, {
      by: 'practice',
      order: (sheet) => sql`${sheet.col('submittedAt')}, ${sheet.id}`,
      limit: 200,
      shown: practiceAccess.actions.oversee,
    }),
  },
});

/** How an anchor is read. */
export const anchorRead = defineRead({
  type: 'Anchor',
  entity: Anchor,
  access: anchorAccess,
  fields: {},
});
