import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Analysis, AnalysisSettings } from '@xinghuo/shared/judging/analysis/types';
import type { AssignmentProblem } from '@xinghuo/shared/judging/assignment/types';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import type { PublicCodes } from '@xinghuo/shared/judging/publication/codes';
import type { PublicationNames } from '@xinghuo/shared/judging/publication/publication';
import type { CompetitionInput } from '@xinghuo/shared/judging/scoring/types';
import { WorkCancelled } from '@xinghuo/shared/judging/work-hooks';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import type { ComputedResult } from './compute-with-sheets.ts';

/** An entry and a judge, by their ids. */
export type Pair = readonly [entry: string, judge: string];

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

/** One worker that has nothing to do is kept for the next task, so that small ones do not wait for it to start. */
let idle: Worker | null = null;
/** It is let go after this time, and its memory with it; in milliseconds. */
const KEPT = 60_000;
const letGo = setTimeout(() => {
  void idle?.terminate();
  idle = null;
}, KEPT).unref();

function take(): Worker {
  const worker = idle ?? new Worker(WORKER);
  idle = null;
  worker.removeAllListeners();
  worker.ref();
  return worker;
}

function giveBack(worker: Worker): void {
  worker.removeAllListeners();
  if (idle) {
    void worker.terminate();
    return;
  }
  idle = worker;
  const gone = (): void => {
    if (idle === worker) idle = null;
  };
  worker.once('error', gone).once('exit', gone);
  // A process that has nothing else to do may end.
  worker.unref();
  letGo.refresh();
}

/** So many tasks are at work at once; more would only take each other's processor, and memory from everything else. */
const PLACES = availableParallelism();
let taken = 0;
/** Those who wait for a place, in the order in which they came. */
const waiters = new Set<() => void>();

/** A place to work in, at once or when one is free; whoever got it frees it. Throws `WorkCancelled`. */
function place(cancelled: AbortSignal | undefined): Promise<void> {
  if (cancelled?.aborted) return Promise.reject(new WorkCancelled());
  if (taken < PLACES) {
    taken++;
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const go = (): void => {
      cancelled?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = (): void => {
      waiters.delete(go);
      reject(new WorkCancelled());
    };
    waiters.add(go);
    cancelled?.addEventListener('abort', leave, { once: true });
  });
}

/** Gives a place to who waits longest. */
function freePlace(): void {
  const [next] = waiters;
  if (next) {
    waiters.delete(next);
    next();
  } else taken--;
}

/** Works in a place, which is free again once the worker has answered or is gone. */
function work(worker: Worker, task: EngineTask, hooks: EngineHooks | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new WorkCancelled());
      void worker.terminate();
    };
    const over = (): void => hooks?.cancelled.removeEventListener('abort', stop);
    hooks?.cancelled.addEventListener('abort', stop, { once: true });
    worker.on('message', (answer: EngineAnswer) => {
      if ('share' in answer) {
        hooks?.onProgress(answer.share, answer.step);
        return;
      }
      over();
      giveBack(worker);
      freePlace();
      if ('problems' in answer) reject(new JudgingInputError(answer.problems));
      else resolve(answer.value);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      over();
      freePlace();
      reject(new Error(`the engine's worker ended with ${code}`));
    });
    // Cancelled between getting the place and this moment.
    if (hooks?.cancelled.aborted) stop();
    else worker.postMessage(task);
  });
}

/**
 * Runs an engine in a worker, never on the thread that answers requests; it waits while every processor has its task.
 * Throws `JudgingInputError` and `WorkCancelled`.
 */
export async function inWorker(task: EngineTask, hooks: EngineHooks | undefined): Promise<unknown> {
  await place(hooks?.cancelled);
  let worker: Worker;
  try {
    worker = take();
  } catch (error) {
    // The machine has no thread left to give.
    freePlace();
    throw error;
  }
  return work(worker, task, hooks);
}
