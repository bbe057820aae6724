import { SHEET_LIFECYCLE, sheetRules } from '@xinghuo/shared/judging/domain/score-sheet';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import { column, defineRead, expression, many, one } from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import { criterionRead, roundDeadline } from '../competition/index.ts';
import { Mark, ScoreSheet } from './assignment.entity.ts';
import { markAccess, scoreSheetAccess } from './judging.access.ts';
import { judgeCodeSql } from './judging.conditions.ts';
import { withheldRemarkRead } from './publication.read.ts';

/** What decides about a sheet's steps besides its state, as the database tells it. */
export interface SheetStanding {
  readonly roundState: string;
  readonly opensAt: string | null;
  readonly deadline: string | null;
  readonly criteria: number;
  readonly marked: number;
  readonly remarkMinimum: number;
}

/** The standing of a sheet as one jsonb object. */
export function sheetStanding(row: Row): Sql {
  return sql`(select jsonb_build_object('roundState', held_round.state, 'opensAt', held_round.opens_at, 'deadline', ${roundDeadline(sql`held_round.id`, sql`held_round.closes_at`, row.col('judge'))},
    'criteria', (select count(*) from criterion asked where asked.round_id = held_round.id),
    'marked', (select count(*) from mark given where given.sheet_id = ${row.id} and given.value is not null),
    'remarkMinimum', held_round.remark_minimum)
    from round held_round where held_round.id = ${row.col('round')})`;
}

/** The problems of a step on a sheet, from its standing. */
export function standingProblems(
  event: keyof typeof SHEET_LIFECYCLE.events,
  standing: SheetStanding,
  remark: string,
  now: Date,
) {
  return sheetRules(event, {
    roundState: standing.roundState,
    opensAt: standing.opensAt === null ? null : new Date(standing.opensAt),
    deadline: standing.deadline === null ? null : new Date(standing.deadline),
    now,
    criteria: standing.criteria,
    marked: standing.marked,
    remarkLength: [...remark.trim()].length,
    remarkMinimum: standing.remarkMinimum,
  });
}

/** How a mark is read. */
export const markRead = defineRead({
  type: 'Mark',
  entity: Mark,
  access: markAccess,
  fields: { criterionId: column('criterion') },
});

/** How a sheet is read. */
export const scoreSheetRead = defineRead({
  type: 'ScoreSheet',
  entity: ScoreSheet,
  access: scoreSheetAccess,
  fields: {
    judgeCode: expression((row) => judgeCodeSql(row.col('judge'))),
    assignmentId: column('assignment'),
    criteria: many(() => criterionRead, {
      on: (sheet, criterion) => sql<boolean>`${criterion.col('round')} = ${sheet.col('round')}`,
      order: (criterion) => criterion.col('position'),
      limit: 50,
      shared: true,
    }),
    marks: many(() => markRead, {
      by: 'sheet',
      order: (_mark, through) => through('criterion').col('position'),
      limit: 50,
    }),
    withheldRemark: one(() => withheldRemarkRead, {
      on: (sheet, withheld) => sql<boolean>`${withheld.col('sheet')} = ${sheet.id}`,
    }),
    remarkMinimum: expression(
      (row) =>
        sql`(select held_round.remark_minimum from round held_round where held_round.id = ${row.col('round')})`,
    ),
    position: expression(
      (row) => sql`(select held.position from assignment held where held.id = ${row.col('assignment')})`,
    ),
    deadline: expression(
      (row) =>
        sql`(select ${roundDeadline(sql`held_round.id`, sql`held_round.closes_at`, row.col('judge'))} from round held_round where held_round.id = ${row.col('round')})`,
    ),
    standing: expression((row) => sheetStanding(row)),
    availableTransitions: transitionsField(SHEET_LIFECYCLE, {
      needs: ['standing', 'remark'],
      rules: (event, get, now) =>
        standingProblems(event, get<SheetStanding>('standing'), get<string>('remark'), now),
    }),
  },
});
