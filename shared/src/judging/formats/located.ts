/** A place in a text, from 1 as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong at one place of a file. */
export interface LocatedProblem extends Place {
  readonly message: string;
}

/** Thrown for a file that cannot be read; carries every problem found. */
export class LocatedError extends Error {
  readonly problems: readonly LocatedProblem[];

  constructor(problems: readonly LocatedProblem[]) {
    super(problems.map((p) => `${p.line}:${p.column}: ${p.message}`).join('\n'));
    this.name = 'LocatedError';
    this.problems = problems;
  }
}
