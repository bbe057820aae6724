import { enumTable } from '../../kernel/label.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { transitionTable } from '../../kernel/transition.ts';
import { compare, divide, isDecimalText, parseDecimal } from '../scoring/ratio.ts';
import { type SlotFacts, slotProblems } from './presentation.ts';

/** Where a score sheet stands. */
export const SHEET_STATES = enumTable({
  ASSIGNED: { zh: '待评', en: 'Assigned' },
  DRAFT: { zh: '评审中', en: 'Draft', note: 'Begun, or reopened by a coordinator.' },
  SUBMITTED: { zh: '已提交', en: 'Submitted' },
  LOCKED: { zh: '已锁定', en: 'Locked', note: 'The round is locked: the sheet counts.' },
  RECUSED: { zh: '已回避', en: 'Recused', note: 'Counts for nothing; somebody else judges the entry.' },
  STRUCK: {
    zh: '已剔除',
    en: 'Struck',
    note: 'Locked, then removed by an upheld objection: kept, counts for nothing.',
  },
});
export type SheetState = keyof typeof SHEET_STATES;

/** The lifecycle of a score sheet; locking comes with the round. */
export const SHEET_LIFECYCLE = transitionTable({
  states: ['ASSIGNED', 'DRAFT', 'SUBMITTED', 'LOCKED', 'RECUSED', 'STRUCK'],
  initial: 'ASSIGNED',
  events: {
    save: { zh: '暂存', en: 'Save', from: ['ASSIGNED', 'DRAFT'], to: 'DRAFT', right: 'mark' },
    submit: { zh: '提交', en: 'Submit', from: ['ASSIGNED', 'DRAFT'], to: 'SUBMITTED', right: 'mark' },
    recuse: {
      zh: '申请回避',
      en: 'Recuse',
      from: ['ASSIGNED', 'DRAFT'],
      to: 'RECUSED',
      right: 'mark',
      reason: true,
      final: true,
    },
    revise: { zh: '重新打开', en: 'Look again', from: ['SUBMITTED'], to: 'DRAFT', right: 'mark' },
    reopen: { zh: '退回重评', en: 'Reopen', from: ['SUBMITTED'], to: 'DRAFT', right: 'reopen', reason: true },
  },
});
export type SheetEvent = keyof typeof SHEET_LIFECYCLE.events;

/** Limits of a sheet: texts in characters. */
export const SHEET_LIMITS = {
  remark: 4000,
  comment: 1000,
  reason: 500,
  /** Marks in one save: more than any round has criteria. */
  marks: 50,
  /** One visit reports at most so many seconds at the sheet: a day. */
  seconds: 86_400,
} as const;

/** What of a criterion decides about a mark. */
export interface MarkScale {
  readonly max: string;
  readonly step: string;
}

/** What is wrong with a mark on its criterion's scale, or null: a decimal from 0 to the maximum, on the step. */
export function markProblem(path: string, value: string, scale: MarkScale): Problem | null {
  if (!isDecimalText(value)) return problem('NOT_A_DECIMAL', path, { value: value.slice(0, 40) });
  const mark = parseDecimal(value);
  const max = parseDecimal(scale.max);
  if (mark.n < 0n || compare(mark, max) > 0) return problem('OUT_OF_RANGE', path, { min: 0, max: scale.max });
  return divide(mark, parseDecimal(scale.step)).d === 1n
    ? null
    : problem('MARK_OFF_STEP', path, { step: scale.step });
}

/** What is known of a sheet when a step is judged. */
export interface SheetFacts {
  readonly roundState: string;
  /** When marking opens; null when no instant is set. */
  readonly opensAt: Date | null;
  /** The last instant for this judge and entry, extensions included. */
  readonly deadline: Date | null;
  readonly now: Date;
  /** Criteria of the round, and how many of them are marked. */
  readonly criteria: number;
  readonly marked: number;
  /** Characters of the overall remark, and how many are asked for. */
  readonly remarkLength: number;
  readonly remarkMinimum: number;
  /** Practice entries still to do before the judge's first entry of the category; 0 where practice is only offered. */
  readonly practiceLeft: number;
  /** The entry's turn in a presentation round whose order is drawn, WAITING if it was drawn none; null elsewhere. */
  readonly slot: SlotFacts | null;
}

/** So many of the sheets a judge began first may be looked at again: they were marked before the scale had settled. */
export const REVISABLE = 3;

/** How far the judge is with the own sheets of the round, when a look back is judged. */
export interface OwnProgress {
  /** Live sheets, and how many of them are submitted. */
  readonly sheets: number;
  readonly submitted: number;
  /** Own sheets of the round that were begun before this one: it never changes, so a look back moves no other sheet up. */
  readonly earlier: number;
}

/** Why a judge may not open a submitted sheet again: only those begun first, and only once half of the work is in. */
export function reviseProblems({ sheets, submitted, earlier }: OwnProgress): readonly Problem[] {
  if (submitted * 2 < sheets) return [problem('HALF_NOT_DONE', [], { submitted, sheets })];
  return earlier < REVISABLE ? [] : [problem('NOT_AMONG_EARLIEST', [], { count: REVISABLE })];
}

/** Why a step is not possible although the state allows it. */
export function sheetRules(event: SheetEvent, facts: SheetFacts): readonly Problem[] {
  const found: Problem[] = [];
  if (facts.roundState !== 'OPEN') return [problem('ROUND_NOT_OPEN', [], { state: facts.roundState })];
  // A sheet that is given back must be one that can be marked: past the lock of its turn, time comes first.
  if (event === 'reopen') {
    const over = slotProblems(facts.slot, facts.now).find(({ code }) => code === 'PRESENTATION_OVER');
    return over ? [problem('PRESENTATION_EXTEND_FIRST', [], over.params)] : found;
  }
  if (facts.opensAt && facts.now < facts.opensAt) {
    found.push(problem('MARKING_NOT_BEGUN', [], { opensAt: facts.opensAt.toISOString() }));
  }
  if (event !== 'recuse' && facts.deadline && facts.now >= facts.deadline) {
    found.push(problem('DEADLINE_PASSED', [], { deadline: facts.deadline.toISOString() }));
  }
  if (event !== 'recuse') found.push(...slotProblems(facts.slot, facts.now));
  if ((event === 'save' || event === 'submit') && facts.practiceLeft > 0) {
    found.push(problem('PRACTICE_FIRST', [], { left: facts.practiceLeft }));
  }
  if (event === 'submit') {
    if (facts.marked < facts.criteria) {
      found.push(problem('MARKS_INCOMPLETE', 'marks', { missing: facts.criteria - facts.marked }));
    }
    if (facts.remarkLength < facts.remarkMinimum) {
      found.push(
        facts.remarkLength === 0
          ? problem('REQUIRED', 'remark')
          : problem('TOO_SHORT', 'remark', { min: facts.remarkMinimum, length: facts.remarkLength }),
      );
    }
  }
  return found;
}
