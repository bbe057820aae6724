import { Worker } from 'node:worker_threads';
import { assign } from '@xinghuo/shared/judging/assignment/assign';
import { repairAssignment } from '@xinghuo/shared/judging/assignment/repair';
import type { AssignmentProblem, AssignmentResult } from '@xinghuo/shared/judging/assignment/types';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import type { PublicCodes } from '@xinghuo/shared/judging/publication/codes';
import {
  type Publication,
  type PublicationNames,
  publicationOf,
} from '@xinghuo/shared/judging/publication/publication';
import type { CompetitionInput } from '@xinghuo/shared/judging/scoring/types';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import { type ComputedResult, computeWithSheets } from './compute-with-sheets.ts';

/** Work small enough to be done at once: pairs of entry and judge, marks. Milliseconds, less than starting a worker. */
const SMALL = { pairs: 20_000, marks: 5_000 } as const;

type Pair = readonly [entry: string, judge: string];

/** What a publication is made from. */
export interface PublishInput {
  readonly input: CompetitionInput;
  readonly codes: PublicCodes;
  readonly names: PublicationNames;
}

/** What a worker is asked, and what it answers. */
export type EngineTask =
  | { readonly engine: 'assign'; readonly input: AssignmentProblem }
  | { readonly engine: 'repair'; readonly input: AssignmentProblem; readonly present: readonly Pair[] }
  | { readonly engine: 'compute'; readonly input: readonly CompetitionInput[] }
  | { readonly engine: 'publish'; readonly input: PublishInput };
export type EngineAnswer = { readonly value: unknown } | { readonly problems: readonly Problem[] };

/** The worker beside this file: TypeScript when run from source, JavaScript when built. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./engine-worker.ts', import.meta.url)
  : new URL('./engine-worker.js', import.meta.url);

function inWorker(task: EngineTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task });
    worker.once('message', (answer: EngineAnswer) => {
      if ('problems' in answer) reject(new JudgingInputError(answer.problems));
      else resolve(answer.value);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`the engine's worker ended with ${code}`));
    });
  });
}

/** Assigns, off the request thread when the problem is large. Throws `JudgingInputError`. */
export async function runAssign(input: AssignmentProblem): Promise<AssignmentResult> {
  if (input.entries.length * input.judges.length <= SMALL.pairs) return assign(input);
  return (await inWorker({ engine: 'assign', input })) as AssignmentResult;
}

/** Assigns with the least change to the present pairs. Throws `JudgingInputError`. */
export async function runRepair(
  input: AssignmentProblem,
  present: readonly Pair[],
): Promise<AssignmentResult> {
  if (input.entries.length * input.judges.length <= SMALL.pairs)
    return repairAssignment(input, present).result;
  return (await inWorker({ engine: 'repair', input, present })) as AssignmentResult;
}

const marksOf = ({ rounds }: CompetitionInput): number =>
  rounds.reduce((all, r) => all + r.sheets.length * r.criteria.length, 0);

/** Computes results, off the request thread when there are many marks. Throws `JudgingInputError`. */
export async function runCompute(inputs: readonly CompetitionInput[]): Promise<readonly ComputedResult[]> {
  const marks = inputs.reduce((sum, input) => sum + marksOf(input), 0);
  if (marks <= SMALL.marks) return inputs.map(computeWithSheets);
  return (await inWorker({ engine: 'compute', input: inputs })) as readonly ComputedResult[];
}

/** Makes what is published, off the request thread when there are many marks. Throws `JudgingInputError`. */
export async function runPublish(input: PublishInput): Promise<Publication> {
  if (marksOf(input.input) <= SMALL.marks) return publicationOf(input.input, input.codes, input.names);
  return (await inWorker({ engine: 'publish', input })) as Publication;
}
