import { chiSquareAsNormal, studentAsNormal } from '../normal-distribution.ts';
import type { SeverityFit } from '../severity/types.ts';

/** One sheet as the monitor sees it. */
export interface MonitoredSheet {
  readonly judge: string;
  readonly entry: string;
  /** On the scale the model was fitted on. */
  readonly score: number;
  /** Position in the judge’s own order, from 1. */
  readonly order?: number;
  /** Time the sheet was open, in seconds. */
  readonly seconds?: number;
  readonly remark?: string;
}

export type JudgeFlagKind =
  | 'SEVERE'
  | 'MILD'
  | 'FLAT'
  | 'DRIFTING_DOWN'
  | 'DRIFTING_UP'
  | 'FAST'
  | 'REPEATS_REMARKS';

/** A judge to look at, and why. A flag is a question to the judge, never a verdict. */
export interface JudgeFlag {
  readonly judge: string;
  readonly kind: JudgeFlagKind;
  /** How unusual, in standard deviations; for FAST and REPEATS_REMARKS the share of sheets, 0 … 1. */
  readonly strength: number;
  /** What was measured, in the unit of the kind: marks, marks, marks per sheet, seconds, sheets. */
  readonly measured: number;
  /** What would have been usual. */
  readonly usual: number;
}

export interface JudgeFlagOptions {
  /** The fewest seconds in which an entry can be read; without it nobody is called fast. */
  readonly readingSeconds?: number;
}

/** Two-sided 0.5 % and one-sided 0.5 %: together an honest judge is flagged in fewer than two cases of a hundred. */
const UNUSUAL = 2.807;
const UNUSUAL_ONE_SIDED = 2.576;

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/**
 * Severe or mild: the judge’s effect against those of the others, by externally studentised deviation, so that one
 * extreme judge does not hide by widening the spread it is measured with. Needs five judges.
 */
function severityFlags(fit: SeverityFit): JudgeFlag[] {
  const variance = fit.standardDeviation.judge ** 2;
  const usable = fit.judges.filter((j) => variance - j.conditionalVariance > 0);
  if (usable.length < 5) return [];
  const scaled = usable.map((j) => ({
    judge: j,
    z: (j.effect / Math.sqrt(variance - j.conditionalVariance)) * fit.standardDeviation.judge,
  }));
  const centre = mean(scaled.map((s) => s.z));
  const m = scaled.length;
  const spread = Math.sqrt(scaled.reduce((acc, s) => acc + (s.z - centre) ** 2, 0) / (m - 1));
  return scaled.flatMap(({ judge, z }) => {
    const inner = (z - centre) / spread / Math.sqrt(1 - 1 / m);
    const rest = m - 1 - inner * inner;
    const t = rest > 0 ? inner * Math.sqrt((m - 2) / rest) : Math.sign(inner) * 1e6;
    const strength = studentAsNormal(t, m - 2);
    if (Math.abs(strength) < UNUSUAL) return [];
    return [
      {
        judge: judge.id,
        kind: strength < 0 ? 'SEVERE' : 'MILD',
        strength: Math.abs(strength),
        measured: judge.effect,
        usual: fit.standardDeviation.judge,
      },
    ];
  });
}

/** Flat: marks spread far less than entries and chance would make them. Needs five sheets. */
function flatFlag(
  fit: SeverityFit,
  judge: string,
  own: readonly MonitoredSheet[],
  centre: (entry: string) => number,
): JudgeFlag[] {
  const expected = fit.standardDeviation.entry ** 2 + fit.standardDeviation.residual ** 2;
  if (own.length < 5 || expected === 0) return [];
  const values = own.map((s) => s.score - centre(s.entry));
  const middle = mean(values);
  const squares = values.reduce((acc, v) => acc + (v - middle) ** 2, 0);
  const strength = -chiSquareAsNormal(squares / expected, own.length - 1);
  if (strength < UNUSUAL_ONE_SIDED) return [];
  return [
    {
      judge,
      kind: 'FLAT',
      strength,
      measured: Math.sqrt(squares / (own.length - 1)),
      usual: Math.sqrt(expected),
    },
  ];
}

/** Drifting: what is left of the marks after entry and judge runs up or down with the judge’s order. Needs eight sheets. */
function driftFlag(judge: string, own: readonly { order: number; rest: number }[]): JudgeFlag[] {
  if (own.length < 8) return [];
  const [x, y] = [mean(own.map((s) => s.order)), mean(own.map((s) => s.rest))];
  let [xx, yy, xy] = [0, 0, 0];
  for (const s of own) {
    xx += (s.order - x) ** 2;
    yy += (s.rest - y) ** 2;
    xy += (s.order - x) * (s.rest - y);
  }
  if (xx === 0 || yy === 0) return [];
  const r = xy / Math.sqrt(xx * yy);
  const t = r * Math.sqrt((own.length - 2) / Math.max(1e-12, 1 - r * r));
  const strength = studentAsNormal(t, own.length - 2);
  if (Math.abs(strength) < UNUSUAL) return [];
  return [
    {
      judge,
      kind: strength < 0 ? 'DRIFTING_DOWN' : 'DRIFTING_UP',
      strength: Math.abs(strength),
      measured: xy / xx,
      usual: 0,
    },
  ];
}

/** Fast: more than half of at least four sheets took less time than reading needs. */
function fastFlag(
  judge: string,
  own: readonly MonitoredSheet[],
  readingSeconds: number | undefined,
): JudgeFlag[] {
  const seconds = own.flatMap((s) => (s.seconds === undefined ? [] : [s.seconds])).sort((a, b) => a - b);
  if (readingSeconds === undefined || seconds.length < 4) return [];
  const share = seconds.filter((s) => s < readingSeconds).length / seconds.length;
  if (share <= 0.5) return [];
  return [
    {
      judge,
      kind: 'FAST',
      strength: share,
      measured: seconds[seconds.length >> 1] ?? 0,
      usual: readingSeconds,
    },
  ];
}

/** Repeats remarks: at least five remarks, more than half of them the same but for spaces and punctuation. */
function remarkFlag(judge: string, own: readonly MonitoredSheet[]): JudgeFlag[] {
  const remarks = own
    .map((s) => (s.remark ?? '').replaceAll(/[\s\p{P}]+/gu, '').toLowerCase())
    .filter((r) => r !== '');
  if (remarks.length < 5) return [];
  const most = Math.max(...[...Map.groupBy(remarks, (r) => r).values()].map((same) => same.length));
  const share = most / remarks.length;
  return share > 0.5 ? [{ judge, kind: 'REPEATS_REMARKS', strength: share, measured: most, usual: 1 }] : [];
}

/**
 * Every judge to look at, by judge and kind, the same in whatever order the sheets are given. `fit` is the severity model
 * of the same sheets. How many honest judges are flagged: honest.test.ts.
 */
export function judgeFlags(
  fit: SeverityFit,
  sheets: readonly MonitoredSheet[],
  options: JudgeFlagOptions = {},
): JudgeFlag[] {
  const categoryMean = new Map(fit.categories.map((c) => [c.category, c.estimate]));
  const entries = new Map(fit.entries.map((e) => [e.id, e]));
  const judges = new Map(fit.judges.map((j) => [j.id, j.effect]));
  const centre = (entry: string): number =>
    categoryMean.get(entries.get(entry)?.category ?? '') ?? fit.intercept.estimate;
  const flags = severityFlags(fit);
  // Sums depend on their order at the last bit: the sheets are taken in one that does not hang on how they came.
  const sorted = [...sheets].sort((a, b) => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0));
  for (const [judge, own] of Map.groupBy(sorted, (s) => s.judge)) {
    const ordered = own.flatMap((s) =>
      s.order === undefined
        ? []
        : [
            {
              order: s.order,
              rest:
                s.score - centre(s.entry) - (entries.get(s.entry)?.effect ?? 0) - (judges.get(judge) ?? 0),
            },
          ],
    );
    flags.push(
      ...flatFlag(fit, judge, own, centre),
      ...driftFlag(judge, ordered),
      ...fastFlag(judge, own, options.readingSeconds),
      ...remarkFlag(judge, own),
    );
  }
  return flags.sort((a, b) => (a.judge < b.judge ? -1 : a.judge > b.judge ? 1 : a.kind < b.kind ? -1 : 1));
}
