import type { Translation } from '#client/ui/core/messages-type.ts';
import assignment from './assignment-messages.en.ts';
import computation from './computation-messages.en.ts';
import conflicts from './conflicts-messages.en.ts';
import console from './console-messages.en.ts';
import deliberation from './deliberation-messages.en.ts';
import frame from './frame-messages.en.ts';
import judge from './judge-messages.en.ts';
import problems from './judge-problems.en.ts';
import judges from './judges-messages.en.ts';
import type zh from './messages.zh-CN.ts';
import monitor from './monitor-messages.en.ts';
import objections from './objections-messages.en.ts';
import panels from './panels-messages.en.ts';
import practice from './practice-messages.en.ts';
import presentation from './presentation-messages.en.ts';
import progress from './progress-messages.en.ts';
import publicity from './publicity-messages.en.ts';
import analysis from './results-analysis-messages.en.ts';
import results from './results-messages.en.ts';

const en = {
  problems,
  judge,
  console,
  frame,
  judges,
  panels,
  conflicts,
  analysis,
  assignment,
  progress,
  practice,
  presentation,
  monitor,
  results,
  deliberation,
  publicity,
  objections,
  computation,
} satisfies Translation<typeof zh>;

export default en;
