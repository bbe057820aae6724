import { parentPort, workerData } from 'node:worker_threads';
import { assign } from '@xinghuo/shared/judging/assignment/assign';
import { repairAssignment } from '@xinghuo/shared/judging/assignment/repair';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import { publicationOf } from '@xinghuo/shared/judging/publication/publication';
import { computeWithSheets } from './compute-with-sheets.ts';
import type { EngineAnswer, EngineTask } from './run-engine.ts';

function run(task: EngineTask): unknown {
  switch (task.engine) {
    case 'assign':
      return assign(task.input);
    case 'repair':
      return repairAssignment(task.input, task.present).result;
    case 'compute':
      return task.input.map(computeWithSheets);
    case 'publish':
      return publicationOf(task.input.input, task.input.codes, task.input.names);
  }
}

/** Runs one engine on what it was given and answers with its result or with the problems of the input. */
function answer(task: EngineTask): EngineAnswer {
  try {
    return { value: run(task) };
  } catch (error) {
    if (error instanceof JudgingInputError) return { problems: error.problems };
    throw error;
  }
}

parentPort?.postMessage(answer(workerData as EngineTask));
