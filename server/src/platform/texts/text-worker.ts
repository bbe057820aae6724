import { parentPort, workerData } from 'node:worker_threads';
import { type TextTask, textOf } from './read-text.ts';

parentPort?.postMessage(await textOf(workerData as TextTask));
