import type { ProblemTable } from '../kernel/problem.ts';

/** Refusals of the competition domain. */
export const COMPETITION_PROBLEMS = {
  DEADLINE_PASSED: 'The deadline has passed by the server’s clock. params: deadline (instant).',
  DEADLINE_AHEAD: 'The step waits for a deadline that is still ahead. params: until (instant).',
  DEADLINE_NOT_LATER: 'An extension must lie behind the present deadline. params: deadline (instant).',
  NOT_YET_OPEN: 'Entries are taken from a later instant on. params: opensAt (instant).',
  COMPETITION_STATE: 'The edition is in a phase in which this is not possible. params: state.',
  DATES_MISSING: 'A date that this step needs is not set. params: field.',
  CATEGORIES_MISSING: 'The edition has no category.',
  ROUNDS_MISSING: 'The edition has no round, or none that is still to come.',
  CRITERIA_MISSING: 'A round has no criteria. params: round, roundEn (its titles).',
  RUBRIC_FROZEN: 'Sheets have been submitted: criteria and weights no longer change.',
  ROUND_STARTED: 'The round has begun and keeps its criteria, weight and place. params: state.',
  ENTRIES_EXIST: 'Entries exist already. params: count.',
  ENTRIES_UNSCREENED: 'Entries still wait for screening. params: count.',
  ENTRIES_UNDECIDED: 'Entries are neither advanced nor eliminated yet. params: count.',
  ENTRIES_MISSING: 'No entry can go on to this step.',
  ROUND_NOT_LOCKED: 'The round before is not locked yet. params: round, roundEn (its titles).',
  PLAN_MISSING: 'A project plan must be attached.',
  TEAM_NOT_ACTIVE: 'Only an active team may enter. params: state.',
  ENTRY_NOT_EDITABLE: 'An entry changes only as a draft or after it was returned. params: state.',
  STEP_INVALID: 'The step of the marks does not divide the highest mark. params: max, step.',
  BANDS_INVALID: 'The guidance bands leave the scale or overlap. params: max.',
} as const satisfies ProblemTable;
