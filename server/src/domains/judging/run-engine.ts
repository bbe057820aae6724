import { Worker } from 'node:worker_threads';
import { analyse, analysisDigest } from '@xinghuo/shared/judging/analysis/analyse';
import type { Analysis, AnalysisSettings } from '@xinghuo/shared/judging/analysis/types';
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
import { checkpoint, WorkCancelled, type WorkHooks } from '@xinghuo/shared/judging/work-hooks';
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

/** The results by every rule and, where settings are given, the analysis of the first. */
export interface ResultTask {
  readonly inputs: readonly CompetitionInput[];
  readonly settings: AnalysisSettings | null;
}

/** What a result task answers. */
export interface ResultAnswer {
  readonly results: readonly ComputedResult[];
  readonly analysis: { readonly value: Analysis; readonly digest: string } | null;
}

/** What a worker is asked, and what it answers. */
export type EngineTask =
  | { readonly engine: 'assign'; readonly input: AssignmentProblem }
  | { readonly engine: 'repair'; readonly input: AssignmentProblem; readonly present: readonly Pair[] }
  | { readonly engine: 'publish'; readonly input: PublishInput }
  | { readonly engine: 'result'; readonly input: ResultTask };
export type EngineAnswer =
  | { readonly value: unknown }
  | { readonly problems: readonly Problem[] }
  | { readonly share: number; readonly step: string };

/** How far a piece of work is, and a way to stop it: its worker is ended at once. */
export interface EngineHooks {
  readonly onProgress: (share: number, step: string) => void;
  readonly cancelled: AbortSignal;
}

/** The worker beside this file: TypeScript when run from source, JavaScript when built. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./engine-worker.ts', import.meta.url)
  : new URL('./engine-worker.js', import.meta.url);

/** Does a task where it is called. */
export function runTask(task: EngineTask, hooks: WorkHooks): AssignmentResult | ResultAnswer | Publication {
  if (task.engine === 'publish') return publicationOf(task.input.input, task.input.codes, task.input.names);
  if (task.engine === 'repair') {
    checkpoint(hooks, 0, 'ASSIGNING');
    return repairAssignment(task.input, task.present).result;
  }
  if (task.engine === 'assign')
    return assign(task.input, {
      ...hooks,
      onProgress: (share) => hooks.onProgress?.(share, 'ASSIGNING'),
    });
  const { inputs, settings } = task.input;
  const rules = settings ? 0.25 : 1;
  const results = inputs.map((input, i) => {
    checkpoint(hooks, (i / inputs.length) * rules, 'RULES');
    return computeWithSheets(input);
  });
  const [official] = inputs;
  if (!settings || !official) return { results, analysis: null };
  const value = analyse(official, settings, {
    ...hooks,
    onProgress: (share, step) => hooks.onProgress?.(rules + (1 - rules) * share, step),
  });
  return { results, analysis: { value, digest: analysisDigest(value) } };
}

function inWorker(task: EngineTask, hooks: EngineHooks | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task });
    const stop = (): void => {
      reject(new WorkCancelled());
      void worker.terminate();
    };
    if (hooks?.cancelled.aborted) stop();
    hooks?.cancelled.addEventListener('abort', stop, { once: true });
    worker.on('message', (answer: EngineAnswer) => {
      if ('share' in answer) hooks?.onProgress(answer.share, answer.step);
      else if ('problems' in answer) reject(new JudgingInputError(answer.problems));
      else resolve(answer.value);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      hooks?.cancelled.removeEventListener('abort', stop);
      if (code !== 0) reject(new Error(`the engine's worker ended with ${code}`));
    });
  });
}

/** Assigns, off the request thread when the problem is large or somebody watches. Throws `JudgingInputError`. */
export async function runAssign(input: AssignmentProblem, hooks?: EngineHooks): Promise<AssignmentResult> {
  if (!hooks && input.entries.length * input.judges.length <= SMALL.pairs) return assign(input);
  return (await inWorker({ engine: 'assign', input }, hooks)) as AssignmentResult;
}

/** Assigns with the least change to the present pairs. Throws `JudgingInputError`. */
export async function runRepair(
  input: AssignmentProblem,
  present: readonly Pair[],
  hooks?: EngineHooks,
): Promise<AssignmentResult> {
  if (!hooks && input.entries.length * input.judges.length <= SMALL.pairs)
    return repairAssignment(input, present).result;
  return (await inWorker({ engine: 'repair', input, present }, hooks)) as AssignmentResult;
}

const marksOf = ({ rounds }: CompetitionInput): number =>
  rounds.reduce((all, r) => all + r.sheets.length * r.criteria.length, 0);

/**
 * Computes results and their analysis, off the request thread when there are many marks or somebody watches. Throws
 * `JudgingInputError`, and `WorkCancelled` when it was stopped.
 */
export async function runResult(input: ResultTask, hooks?: EngineHooks): Promise<ResultAnswer> {
  const marks = input.inputs.reduce((sum, one) => sum + marksOf(one), 0);
  const task = { engine: 'result', input } as const;
  if (!hooks && marks <= SMALL.marks) return runTask(task, {}) as ResultAnswer;
  return (await inWorker(task, hooks)) as ResultAnswer;
}

/** Makes what is published, off the request thread when there are many marks. Throws `JudgingInputError`. */
export async function runPublish(input: PublishInput): Promise<Publication> {
  if (marksOf(input.input) <= SMALL.marks) return publicationOf(input.input, input.codes, input.names);
  return (await inWorker({ engine: 'publish', input }, undefined)) as Publication;
}
