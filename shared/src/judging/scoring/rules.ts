import { enumTable } from '../../kernel/label.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import type { Rounding } from './ratio.ts';

/** The official rules a competition chooses from before scoring opens. Formulas: docs/judging-method.md. */
export const RULE_KINDS = enumTable({
  TRIMMED_MEAN: {
    zh: '去高去低平均分',
    en: 'Trimmed mean',
    note: 'Highest and lowest sheets dropped, the rest averaged.',
  },
  MEAN: { zh: '平均分', en: 'Mean', note: 'All sheets averaged.' },
  MEDIAN: {
    zh: '中位数',
    en: 'Median',
    note: 'The middle sheet; of an even number the mean of the two middle ones.',
  },
  Z_SCORE: {
    zh: '评委标准分',
    en: 'Per-judge z-score',
    note: 'Each judge’s sheets are centred and scaled by that judge’s own mean and spread, then averaged and put back on the common scale.',
  },
  RANK: {
    zh: '评委名次分',
    en: 'Per-judge rank',
    note: 'Each judge’s sheets become percentiles of that judge’s order, then averaged.',
  },
  SEVERITY: {
    zh: '宽严校正模型',
    en: 'Severity model',
    note: 'Mark = mean + entry + judge + residual, crossed random effects by REML; the entry effect is shrunk towards the mean.',
  },
});
export type RuleKind = keyof typeof RULE_KINDS;

/** The official rule, all of it: what is averaged, what is dropped, how figures are rounded. Part of the digest. */
export interface ScoringRule {
  readonly kind: RuleKind;
  /** Sheets dropped at the top of an entry; used by TRIMMED_MEAN only. */
  readonly dropHigh: number;
  /** Sheets dropped at the bottom. */
  readonly dropLow: number;
  /**
   * With fewer than dropHigh + dropLow + minimumKept sheets nothing is dropped and the plain mean counts;
   * such an entry carries the flag `untrimmed`. At least 1.
   */
  readonly minimumKept: number;
  /** Decimal places of round scores and totals, 0 … 10. */
  readonly decimals: number;
  readonly rounding: Rounding;
}

/** The default official rule: one highest and one lowest sheet dropped, two decimals, half up. */
export const DEFAULT_RULE: ScoringRule = {
  kind: 'TRIMMED_MEAN',
  dropHigh: 1,
  dropLow: 1,
  minimumKept: 1,
  decimals: 2,
  rounding: 'HALF_UP',
};

/** A rule of a kind with every other parameter at its default. */
export function ruleOf(kind: RuleKind, changes: Partial<ScoringRule> = {}): ScoringRule {
  return { ...DEFAULT_RULE, ...changes, kind };
}

/** Every parameter outside its range. */
export function ruleProblems(rule: ScoringRule): Problem[] {
  const limits: readonly [keyof ScoringRule, number, number][] = [
    ['dropHigh', 0, 20],
    ['dropLow', 0, 20],
    ['minimumKept', 1, 50],
    ['decimals', 0, 10],
  ];
  return limits
    .filter(([name, min, max]) => {
      const value = rule[name];
      return typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max;
    })
    .map(([name]) => problem('RULE_INVALID', ['rule', name], { name, value: rule[name] }));
}
