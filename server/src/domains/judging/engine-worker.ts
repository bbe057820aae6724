import { parentPort } from 'node:worker_threads';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import type { EngineAnswer, EngineTask } from './engine-thread.ts';
import { runTask } from './run-task.ts';

/** Progress is told at most so often; in milliseconds. */
const EVERY = 150;

/** Runs one engine on what it was given, tells how far it is, and answers with its result or the input's problems. */
function answer(task: EngineTask): EngineAnswer {
  let told = 0;
  let last = '';
  const onProgress = (share: number, step: string): void => {
    const now = performance.now();
    if (step === last && now - told < EVERY) return;
    told = now;
    last = step;
    parentPort?.postMessage({ share, step } satisfies EngineAnswer);
  };
  try {
    return { value: runTask(task, { onProgress }) };
  } catch (error) {
    if (error instanceof JudgingInputError) return { problems: error.problems };
    throw error;
  }
}

parentPort?.on('message', (task: EngineTask) => parentPort?.postMessage(answer(task)));
