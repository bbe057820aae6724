import { enumTable } from '../../kernel/label.ts';

/** What is computed in the background. */
export const COMPUTATION_KINDS = enumTable({
  RESULT: {
    zh: '计算结果',
    en: 'Result',
    note: 'Every rule on the locked sheets, and the analysis beside them.',
  },
  PLAN: { zh: '评审分配方案', en: 'Assignment plan' },
});
export type ComputationKind = keyof typeof COMPUTATION_KINDS;

/** Where a computation stands. */
export const COMPUTATION_STATES = enumTable({
  QUEUED: { zh: '排队中', en: 'Queued' },
  RUNNING: { zh: '计算中', en: 'Running' },
  DONE: { zh: '已完成', en: 'Done' },
  FAILED: { zh: '未能完成', en: 'Failed' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
});
export type ComputationState = keyof typeof COMPUTATION_STATES;

/** What a computation is doing just now. */
export const COMPUTATION_STEPS = enumTable({
  READING: { zh: '读取评分', en: 'Reading the sheets' },
  RULES: { zh: '按各种算法计分', en: 'Scoring by every rule' },
  SEVERITY: { zh: '估计评委宽严', en: 'Estimating severity' },
  PLACES: { zh: '抽样推算名次', en: 'Drawing places' },
  SINGLE_MARKS: { zh: '逐份检查评分表', en: 'Trying each single sheet' },
  REVIEWS: { zh: '挑选值得加评的项目', en: 'Choosing further reviews' },
  COVERAGE: { zh: '落实名额与负荷', en: 'Covering entries, evening loads' },
  PRICES: { zh: '试算评委价格', en: 'Learning prices' },
  ASSIGNING: { zh: '求解分配', en: 'Assigning' },
  MIXING: { zh: '打散评委组', en: 'Mixing panels' },
  WAYS_OUT: { zh: '查找未满足的原因', en: 'Explaining what is not met' },
  STORING: { zh: '保存', en: 'Storing' },
});
export type ComputationStep = keyof typeof COMPUTATION_STEPS;

/** Progress is told in so many parts of the whole. */
export const COMPUTATION_TOTAL = 1000;

/** Seconds below which nobody reads an entry: faster sheets are pointed out. */
export const READING_SECONDS = 60;

/** Reviews that an analysis lays out by what each would gain. */
export const REVIEW_BUDGET = 60;
