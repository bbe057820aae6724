import type { SlotState } from '@xinghuo/shared/judging/domain/presentation';
import {
  type OwnProgress,
  reviseProblems,
  SHEET_LIFECYCLE,
  sheetRules,
} from '@xinghuo/shared/judging/domain/score-sheet';
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
  readonly practiceLeft: number;
  readonly slot: { readonly state: SlotState; readonly locksAt: string | null } | null;
  /** Of submitted sheets only: what a look back depends on. */
  readonly own: OwnProgress | null;
}

/**
 * Practice entries of the sheet's category that its judge still has to do: none where practice is offered only, and none
 * once the judge has begun an entry of the category. Inside a statement on `held_round`.
 */
function practiceLeft(row: Row): Sql {
  return sql`(case when held_round.practice_rule = 'REQUIRED' then (select count(*)::int from practice_entry trained join entry marked on marked.id = ${row.col('entry')}
    where trained.round_id = held_round.id and trained.category_id = marked.category_id
      and not exists (select 1 from practice_sheet tried where tried.practice_id = trained.id and tried.judge_id = ${row.col('judge')})
      and not exists (select 1 from score_sheet begun join entry begun_entry on begun_entry.id = begun.entry_id where begun.judge_id = ${row.col('judge')} and begun.round_id = held_round.id and begun.started_at is not null and begun_entry.category_id = marked.category_id)) else 0 end)`;
}

/** The standing of a sheet without what its marks tell: pairs of an object, inside a statement on `held_round`. */
function roundStanding(row: Row): Sql {
  return sql`'roundState', held_round.state, 'opensAt', held_round.opens_at, 'deadline', ${roundDeadline(sql`held_round.id`, sql`held_round.closes_at`, row.col('judge'))},
    'remarkMinimum', held_round.remark_minimum, 'practiceLeft', ${practiceLeft(row)},
    'slot', (select json_build_object('state', coalesce(turn.state, 'WAITING'), 'locksAt', turn.locks_at) from presentation drawn left join presentation_slot turn on turn.presentation_id = drawn.id and turn.entry_id = ${row.col('entry')} where drawn.round_id = held_round.id),
    'own', case when ${row.col('state')} = 'SUBMITTED' then (select json_build_object('sheets', count(*), 'submitted', count(*) filter (where mine.state = 'SUBMITTED'),
        'earlier', greatest(0, ${row.col('openedOrder')} - 1))
      from score_sheet mine where mine.judge_id = ${row.col('judge')} and mine.round_id = held_round.id and mine.state <> 'RECUSED') end`;
}

/** The standing of a sheet as one object, or what of it its round tells where the marks are read beside it. */
export function sheetStanding(row: Row, of: 'all' | 'round' = 'all'): Sql {
  const marks =
    of === 'round'
      ? sql``
      : sql`, 'criteria', (select count(*) from criterion asked where asked.round_id = held_round.id),
    'marked', (select count(*) from mark given where given.sheet_id = ${row.id} and given.value is not null)`;
  return sql`(select json_build_object(${roundStanding(row)}${marks}) from round held_round where held_round.id = ${row.col('round')})`;
}

/** The problems of a step on a sheet, from its standing. */
export function standingProblems(
  event: keyof typeof SHEET_LIFECYCLE.events,
  standing: SheetStanding,
  remark: string,
  now: Date,
) {
  const found = sheetRules(event, {
    roundState: standing.roundState,
    opensAt: standing.opensAt === null ? null : new Date(standing.opensAt),
    deadline: standing.deadline === null ? null : new Date(standing.deadline),
    now,
    criteria: standing.criteria,
    marked: standing.marked,
    remarkLength: [...remark.trim()].length,
    remarkMinimum: standing.remarkMinimum,
    practiceLeft: standing.practiceLeft,
    slot: standing.slot && {
      state: standing.slot.state,
      locksAt: standing.slot.locksAt === null ? null : new Date(standing.slot.locksAt),
    },
  });
  return event === 'revise' && standing.own ? [...found, ...reviseProblems(standing.own)] : found;
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
    practiceLeft: expression(
      (row) =>
        sql`(select ${practiceLeft(row)} from round held_round where held_round.id = ${row.col('round')})`,
    ),
    standing: expression((row) => sheetStanding(row)),
    availableTransitions: transitionsField(SHEET_LIFECYCLE, {
      needs: ['standing', 'remark'],
      rules: (event, get, now) =>
        standingProblems(event, get<SheetStanding>('standing'), get<string>('remark'), now),
    }),
  },
});
