import type { ProblemTable } from '../../kernel/problem.ts';

/** Refusals of the judging domain. */
export const JUDGING_DOMAIN_PROBLEMS = {
  CONFLICT_EXISTS: 'The judge has a conflict with the entry. params: judge, entry.',
  CONFLICT_WITH_ASSIGNMENT:
    'The judge holds an assignment on the entry: free it first, or have the judge recuse. params: judge, entry.',
  ALREADY_ASSIGNED: 'The judge holds an assignment on the entry already. params: judge, entry.',
  JUDGE_NOT_ACTIVE: 'The judge has withdrawn. params: judge, state.',
  JUDGE_OVER_CAPACITY:
    'The judge would have more entries in the round than the own capacity. params: judge, capacity.',
  JUDGE_NOT_AVAILABLE: 'The judge can be there on none of the days of the round. params: judge.',
  JUDGE_OF_OTHER_EDITION: 'Judge, entry and round must be of one edition.',
  JUDGE_HAS_NO_ACCOUNT: 'The judge has no account yet: send the invitation first. params: judge.',
  ENTRY_NOT_IN_ROUND: 'The entry is not under review in this round. params: entry, state.',
  ENTRY_SHORT_OF_JUDGES:
    'The entry has fewer judges than the round asks for. params: entry, assigned, wanted.',
  PLAN_OUTDATED:
    'Judges, conflicts, entries or assignments have changed since the plan was made: make it again.',
  PLAN_APPLIED: 'The plan has been applied already.',
  SHEET_STARTED: 'The judge has begun or submitted the sheet. params: state.',
  ROUND_NOT_OPEN: 'The round is not open for marking. params: state.',
  ROUND_LOCKED: 'The round is locked.',
  ROUND_BUILT_ON:
    'A later step stands on the round: its entries have been advanced or eliminated, or the next round has begun. params: entries.',
  MARKING_NOT_BEGUN: 'Marking has not begun. params: opensAt (instant).',
  MARK_OFF_STEP: 'The mark is not a multiple of the criterion’s step. params: step.',
  MARKS_INCOMPLETE: 'Not every criterion has a mark. params: missing.',
  PRACTICE_FIRST: 'The practice entries of the category come before the first real one. params: left.',
  PRACTICE_DONE: 'The practice entry has been done already: it is done once.',
  PRACTICE_USED: 'Judges have done the practice entry: it stays as it is. params: judges.',
  PRACTICE_OF_ROUND:
    'The entry is judged in this round or may still be judged in the edition: practice takes entries that are not. params: state.',
  PRACTICE_TWO_TEXTS: 'Practice is on an entry or on a project of the library, not on both.',
  PRACTICE_UNMARKED: 'Every criterion needs an agreed mark and its reason. params: missing.',
  HALF_NOT_DONE: 'A look back opens after half of the own work. params: submitted, sheets.',
  NOT_AMONG_EARLIEST: 'Only the sheets begun first may be opened again by their judge. params: count.',
  PRESENTATION_OTHER_ROUND: 'The round is no presentation round.',
  PRESENTATION_BEGUN: 'An entry has been on: the starting order stays as it was drawn.',
  PRESENTATION_COMPLETE: 'Every entry of the round has its turn already.',
  PRESENTATION_OTHER_ON: 'Another entry is on or paused: end it first.',
  PRESENTATION_NOT_BEGUN: 'The entry has not been on yet.',
  PRESENTATION_OVER:
    'The time of the entry and its grace are over: its marks are locked. params: at (instant).',
  PRESENTATION_EXTEND_FIRST:
    'The marks of the entry are locked, a sheet given back could not be marked: extend its time first. params: at (instant).',
  SHEETS_MISSING:
    'Sheets have not been submitted. params: missing; list them with a reason to lock without them.',
  ADVANCE_TIED:
    'Entries tie at the line: name the ones that advance, with a reason. params: category, entries.',
  ROUND_IS_LAST: 'No round follows this one.',
  RESULT_MISSING: 'There is no official result yet: compute it first.',
  RESULT_OUTDATED: 'The inputs have changed since the result was computed: compute it again.',
  RESULT_UNDECIDED: 'Entries tie at an award line and wait for the deliberation. params: entries.',
  RESULT_FROZEN: 'The result has been publicised and cannot be computed or changed any more.',
  AWARD_OF_OTHER_EDITION: 'The award is not one of this edition.',
  OBJECTIONS_OPEN: 'Objections have not been decided. params: count.',
  PUBLICITY_NOT_OVER: 'The public notice still runs. params: until (instant).',
  PUBLICITY_NOT_RUNNING: 'Objections are taken during the public notice only.',
  SHEET_NOT_COUNTED:
    'The sheet counts in no published result of the edition the objection is about, or is another entry’s. params: sheet.',
  NOTHING_TO_REMOVE: 'Only an objection that is upheld removes sheets.',
  RIGHT_LOST: 'Whoever asked for the computation may no longer do so: it was not stored.',
  COMPUTATION_OVER: 'The computation has ended already. params: state.',
  TOO_MANY_OBJECTIONS: 'Too many objections from the same place in an hour. params: max.',
} as const satisfies ProblemTable;
