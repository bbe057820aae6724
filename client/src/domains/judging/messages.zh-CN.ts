import type { MessageTree } from '#client/ui/core/messages-type.ts';
import assignment from './assignment-messages.zh-CN.ts';
import computation from './computation-messages.zh-CN.ts';
import conflicts from './conflicts-messages.zh-CN.ts';
import console from './console-messages.zh-CN.ts';
import deliberation from './deliberation-messages.zh-CN.ts';
import frame from './frame-messages.zh-CN.ts';
import judge from './judge-messages.zh-CN.ts';
import problems from './judge-problems.zh-CN.ts';
import judges from './judges-messages.zh-CN.ts';
import monitor from './monitor-messages.zh-CN.ts';
import objections from './objections-messages.zh-CN.ts';
import panels from './panels-messages.zh-CN.ts';
import practice from './practice-messages.zh-CN.ts';
import presentation from './presentation-messages.zh-CN.ts';
import progress from './progress-messages.zh-CN.ts';
import publicity from './publicity-messages.zh-CN.ts';
import analysis from './results-analysis-messages.zh-CN.ts';
import results from './results-messages.zh-CN.ts';

/** Words of judging, put together from its parts. */
const zh = {
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
} as const satisfies MessageTree;

export default zh;
