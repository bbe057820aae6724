import type { Problem, ProblemTable } from '../kernel/problem.ts';

/** Refusals of the judging engines: input that no result or assignment can be computed from. */
export const JUDGING_PROBLEMS = {
  NOT_A_DECIMAL: 'The text is not a decimal number such as 87.5. params: value.',
  WEIGHTS_NOT_100: 'The weights of a round’s criteria, or of the rounds, do not sum to 100. params: sum.',
  UNKNOWN_REFERENCE: 'The id names nothing in the same input. params: kind, id.',
  DUPLICATE_ID: 'The same id is given twice where ids must differ. params: kind, id.',
  MARK_MISSING: 'A counted sheet lacks the mark of a criterion. params: judge, entry, criterion.',
  MARK_OUT_OF_RANGE:
    'A mark lies outside 0 … the criterion’s maximum. params: judge, entry, criterion, max, value.',
  RULE_INVALID: 'A parameter of the scoring rule is outside its range. params: name, value.',
  SHAPE_DIFFERS: 'Data from a file is not of the expected shape. params: expected.',
  TOO_FEW_RATINGS: 'The model needs at least one rating.',
  PIN_CONFLICTS: 'A pinned pair is also a conflict or forbidden. params: entry, judge.',
  BOUNDS_OUT_OF_ORDER: 'A lower bound exceeds its upper bound. params: min, max.',
} as const satisfies ProblemTable;

/** Thrown by an engine whose input cannot be computed from; carries every problem found, not only the first. */
export class JudgingInputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.code} at ${p.path.join('.') || 'input'}`).join('; '));
    this.name = 'JudgingInputError';
    this.problems = problems;
  }
}

/** Throws when there is a problem. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new JudgingInputError(problems);
}
