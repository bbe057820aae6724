import type { Problem } from '@xinghuo/shared/kernel/problem';

/** Ends a use case: nothing is written and the payload carries the problems. */
export class Refusal extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((p) => p.code).join(', '));
    this.name = 'Refusal';
  }
}
