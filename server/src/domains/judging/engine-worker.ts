import { parentPort, workerData } from 'node:worker_threads';
import { assign } from '@xinghuo/shared/judging/assignment/assign';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import { computeWithSheets } from './compute-with-sheets.ts';
import type { EngineAnswer, EngineTask } from './run-engine.ts';

/** Runs one engine on what it was given and answers with its result or with the problems of the input. */
function answer(task: EngineTask): EngineAnswer {
  try {
    return { value: task.engine === 'assign' ? assign(task.input) : task.input.map(computeWithSheets) };
  } catch (error) {
    if (error instanceof JudgingInputError) return { problems: error.problems };
    throw error;
  }
}

parentPort?.postMessage(answer(workerData as EngineTask));
