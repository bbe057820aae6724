import { toFixed, toNumber } from '@xinghuo/shared/judging/scoring/ratio';
import { scoreRound } from '@xinghuo/shared/judging/scoring/round-result';
import { RULE_KINDS, ruleProblems, type ScoringRule } from '@xinghuo/shared/judging/scoring/rules';
import { valuesOf } from '@xinghuo/shared/kernel/label';

/** The judges of the example and their marks of four entries, out of 100: one is strict, one spreads widely. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['1', [88, 84, 79, 91]],
  ['2', [76, 73, 70, 78]],
  ['3', [90, 85, 83, 92]],
  ['4', [95, 70, 60, 98]],
  ['5', [86, 88, 81, 87]],
];
const ENTRIES = ['A', 'B', 'C', 'D'] as const;

/** One entry of the example: its marks, which of them count, the official score and the place. */
export interface ExampleRow {
  readonly entry: string;
  readonly marks: readonly { readonly judge: string; readonly mark: number; readonly counted: boolean }[];
  readonly score: string;
  readonly rank: number;
}

/** The example computed by the scoring engine under a rule; null while the rule's numbers are out of range. */
export function ruleExample(rule: ScoringRule): readonly ExampleRow[] | null {
  if (ruleProblems(rule).length > 0) return null;
  const scores = scoreRound(
    {
      id: 'round',
      weight: '100',
      criteria: [{ id: 'mark', weight: '100', max: '100' }],
      sheets: MARKS.flatMap(([judge, marks]) =>
        ENTRIES.map((entry, i) => ({ judge, entry, marks: { mark: String(marks[i] ?? 0) } })),
      ),
    },
    rule,
    ENTRIES.map((id) => ({ id, category: '' })),
  );
  const values = scores.map(({ score }) => (score ? toNumber(score) : 0));
  // One score for each entry, in their order.
  return scores.map(({ entry, score, sheets }, i) => ({
    entry,
    marks: MARKS.map(([judge, marks]) => ({
      judge,
      mark: marks[i] ?? 0,
      counted: sheets.find((sheet) => sheet.judge === judge)?.counted ?? false,
    })),
    score: score ? toFixed(score, rule.decimals, rule.rounding) : '',
    rank: 1 + values.filter((value) => value > (values[i] ?? 0)).length,
  }));
}

/** Reads the rule an edition keeps; null when it is none. */
export function readRule(value: unknown): ScoringRule | null {
  const fields = new Map<string, unknown>(
    Object.entries(typeof value === 'object' && value !== null ? value : {}),
  );
  const number = (name: keyof ScoringRule): number => {
    const found = fields.get(name);
    return typeof found === 'number' ? found : Number.NaN;
  };
  const kind = valuesOf(RULE_KINDS).find((one) => one === fields.get('kind'));
  if (!kind) return null;
  const rule: ScoringRule = {
    kind,
    dropHigh: number('dropHigh'),
    dropLow: number('dropLow'),
    minimumKept: number('minimumKept'),
    decimals: number('decimals'),
    rounding: fields.get('rounding') === 'HALF_EVEN' ? 'HALF_EVEN' : 'HALF_UP',
  };
  return ruleProblems(rule).length === 0 ? rule : null;
}
