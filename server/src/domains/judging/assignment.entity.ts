import { defineEntity, p } from '@mikro-orm/core';
import { SHEET_STATES, type SheetState } from '@xinghuo/shared/judging/domain/score-sheet';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable, id } from '../../platform/entity/base.ts';
import { Criterion, Entry, Round } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { Judge } from './judge.entity.ts';

const AssignmentSchema = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  properties: {
    ...editable,
    round: () => p.manyToOne(Round).ref(),
    entry: () => p.manyToOne(Entry).ref(),
    judge: () => p.manyToOne(Judge).ref(),
    /** A decision somebody made: automatic assignment keeps it. */
    pinned: p.boolean().default(false),
    /** The place in the judge's own order of the round, from 1. */
    position: p.integer(),
    /** False once the judge recused or was taken off: kept for the record, invisible to the judge. */
    live: p.boolean().default(true),
  },
  uniques: [{ properties: ['round', 'entry', 'judge'] }],
  indexes: [
    { properties: ['judge', 'round'] },
    { properties: ['entry', 'round'] },
    {
      name: 'assignment_live',
      expression: 'create index assignment_live on assignment (round_id, entry_id) where live',
    },
  ],
});

/** A judge judges an entry in a round. */
export class Assignment extends AssignmentSchema.class {}
AssignmentSchema.setClass(Assignment);

const ScoreSheetSchema = defineEntity({
  name: 'ScoreSheet',
  tableName: 'score_sheet',
  properties: {
    ...editable,
    assignment: () => p.oneToOne(Assignment).ref().owner(),
    /** The three below repeat the assignment's, so that the database holds one sheet per judge × entry × round. */
    round: () => p.manyToOne(Round).ref(),
    entry: () => p.manyToOne(Entry).ref(),
    judge: () => p.manyToOne(Judge).ref(),
    state: p.enum(valuesOf(SHEET_STATES)).$type<SheetState>().default('ASSIGNED'),
    remark: p.text().default(''),
    /** The judge lets the remark go to the entrant after publication. */
    remarkReleased: p.boolean().default(false),
    /** Σ weight · mark / max on the scale 0 … 100, to four places; null until submitted. */
    total: p.decimal().precision(9).scale(4).nullable(),
    startedAt: p.datetime().nullable(),
    /** The last submission; stays when a coordinator reopens the sheet. */
    submittedAt: p.datetime().nullable(),
    /** Time spent at the sheet, as the console reports it. */
    secondsSpent: p.integer().default(0),
    /** The sheet was the how-manieth the judge began in the round, from 1: the covariate of the position effect. */
    openedOrder: p.integer().nullable(),
    /** Why the judge recused. */
    recusedReason: p.text().nullable(),
  },
  uniques: [{ properties: ['judge', 'entry', 'round'] }],
  indexes: [
    { properties: ['round', 'state'] },
    { properties: ['entry', 'round'] },
    { properties: ['judge', 'round', 'state'] },
  ],
  checks: [
    {
      name: 'score_sheet_submitted',
      expression: `state not in ('SUBMITTED', 'LOCKED') or (total is not null and submitted_at is not null)`,
    },
    { name: 'score_sheet_total', expression: 'total between 0 and 100' },
  ],
});

/** One judge's marks of one entry in one round. */
export class ScoreSheet extends ScoreSheetSchema.class {}
ScoreSheetSchema.setClass(ScoreSheet);

const MarkSchema = defineEntity({
  name: 'Mark',
  tableName: 'mark',
  properties: {
    ...id,
    sheet: () => p.manyToOne(ScoreSheet).ref().deleteRule('cascade'),
    criterion: () => p.manyToOne(Criterion).ref().index(),
    /** On the criterion's own scale; null while there is only a comment. */
    value: p.decimal().precision(8).scale(2).nullable(),
    comment: p.text().default(''),
  },
  uniques: [{ properties: ['sheet', 'criterion'] }],
});

/** The mark of one criterion. */
export class Mark extends MarkSchema.class {}
MarkSchema.setClass(Mark);

/** An entry and a judge. */
export interface PlanPair {
  readonly entryId: string;
  readonly judgeId: string;
}

/** What the preview of a plan shows beside its pairs. */
export interface PlanPreview {
  readonly added: readonly PlanPair[];
  readonly removed: readonly PlanPair[];
  readonly loads: readonly {
    readonly judgeId: string;
    readonly before: number;
    readonly after: number;
    readonly capacity: number;
  }[];
  readonly measures: object;
  readonly unmet: readonly object[];
  /** The dual prices that prove it optimal. */
  readonly proof: object;
}

const AssignmentPlanSchema = defineEntity({
  name: 'AssignmentPlan',
  tableName: 'assignment_plan',
  properties: {
    ...id,
    round: () => p.manyToOne(Round).ref().index(),
    createdBy: () => p.manyToOne(Account).ref().nullable().index(),
    createdAt: p.datetime(),
    appliedAt: p.datetime().nullable(),
    /** The system made it after a recusal, for a coordinator to look at. */
    proposed: p.boolean().default(false),
    /** What of judges, conflicts, entries and assignments it was computed from. */
    fingerprint: p.text(),
    /** Every pair of the round after it is applied; hidden from the log, which records the assignments themselves. */
    pairs: p.json<readonly PlanPair[]>().hidden(),
    /** What the preview shows: additions, removals, loads, measures, what could not be met, the proof. */
    preview: p.json<PlanPreview>().hidden(),
  },
});

/** An automatic assignment that was shown and may be applied exactly as shown. */
export class AssignmentPlan extends AssignmentPlanSchema.class {}
AssignmentPlanSchema.setClass(AssignmentPlan);
