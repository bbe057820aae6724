import type { AssignmentProblem, AssignmentResult } from '@xinghuo/shared/judging/assignment/types';
import type { Publication } from '@xinghuo/shared/judging/publication/publication';
import {
  type EngineHooks,
  inWorker,
  type Pair,
  type PublishInput,
  type ResultAnswer,
  type ResultTask,
} from './engine-thread.ts';

/** Assigns. Throws `JudgingInputError`, and `WorkCancelled` when it was stopped; so do the others. */
export async function runAssign(input: AssignmentProblem, hooks?: EngineHooks): Promise<AssignmentResult> {
  return (await inWorker({ engine: 'assign', input }, hooks)) as AssignmentResult;
}

/** Assigns with the least change to the present pairs. */
export async function runRepair(
  input: AssignmentProblem,
  present: readonly Pair[],
  hooks?: EngineHooks,
): Promise<AssignmentResult> {
  return (await inWorker({ engine: 'repair', input, present }, hooks)) as AssignmentResult;
}

/** Computes results and their analysis. */
export async function runResult(input: ResultTask, hooks?: EngineHooks): Promise<ResultAnswer> {
  return (await inWorker({ engine: 'result', input }, hooks)) as ResultAnswer;
}

/** Makes what is published. */
export async function runPublish(input: PublishInput): Promise<Publication> {
  return (await inWorker({ engine: 'publish', input }, undefined)) as Publication;
}
