import { fitSeverity } from '../severity/fit.ts';
import { type Standing, standingsOf } from '../severity/standings.ts';
import type { EffectEstimate, SeverityFit } from '../severity/types.ts';
import { partOf, type WorkHooks } from '../work-hooks.ts';
import { rankItems } from './ranking.ts';
import { compare, type Ratio, toFixed, toNumber } from './ratio.ts';
import { scoreTotals } from './round-result.ts';
import type { ScoringRule } from './rules.ts';

/** One judge’s mark of one entry on any scale. */
export interface PlainMark {
  readonly entry: string;
  readonly judge: string;
  readonly total: Ratio;
  readonly category: string;
  /** The position in the judge’s own order, from 1. */
  readonly order?: number;
}

export interface ScoreMarksOptions {
  /** Draws behind the intervals of places, and their seed. */
  readonly draws?: number;
  readonly seed?: number;
  /** Takes the position as a covariate of the model; every mark needs one then. */
  readonly adjustForOrder?: boolean;
}

/** One entry by the rule, with the model’s view beside it. */
export interface ScoredEntry extends Omit<EffectEstimate, 'id' | 'n'> {
  readonly id: string;
  readonly category: string;
  readonly n: number;
  /** By the rule, rounded as it says. */
  readonly score: string;
  /** Place among all entries; equal scores share it. */
  readonly rank: number;
  readonly categoryRank: number;
  /** Places that hold 95 % of the model’s draws, among all entries and in the category. */
  readonly rankInterval: readonly [number, number];
  readonly categoryRankInterval: readonly [number, number];
}

export interface ScoredMarks {
  /** By rank, then id. */
  readonly entries: readonly ScoredEntry[];
  readonly judges: readonly EffectEstimate[];
  readonly model: SeverityFit;
}

/** Scores plain marks by a rule and puts the severity model’s effects, variances and places beside them. */
export function scoreMarks(
  marks: readonly PlainMark[],
  rule: ScoringRule,
  options: ScoreMarksOptions,
  hooks: WorkHooks = {},
): ScoredMarks {
  const model = fitSeverity(
    marks.map(({ total, ...mark }) => ({ ...mark, score: toNumber(total) })),
    partOf(hooks, 0, 0.7, 'SEVERITY'),
    options,
  );
  const standings = standingsOf(model, options, partOf(hooks, 0.7, 0.95, 'PLACES'));
  const byId = new Map<string, Standing>(standings.map((s) => [s.id, s]));
  const entries = model.fit.entries.map(({ id, category }) => ({ id, category }));
  const scores = scoreTotals(marks, rule, entries, model);
  const scored = model.fit.entries.flatMap((effect, k) => {
    const score = scores[k]?.score;
    return score ? [{ effect, score }] : [];
  });
  const better = [(a: { score: Ratio }, b: { score: Ratio }) => compare(b.score, a.score)];
  const places = rankItems(scored, better);
  const groups = Map.groupBy(scored, (s) => s.effect.category);
  const inCategory = new Map(
    [...groups.values()].flatMap((group) =>
      rankItems(group, better).map((p) => [p.item.effect.id, p.rank] as const),
    ),
  );
  hooks.onProgress?.(1, 'DONE');
  return {
    entries: places.map(({ item: { effect, score }, rank }) => ({
      ...effect,
      score: toFixed(score, rule.decimals, rule.rounding),
      rank,
      categoryRank: inCategory.get(effect.id) ?? rank,
      rankInterval: byId.get(effect.id)?.overallInterval ?? [1, scored.length],
      categoryRankInterval: byId.get(effect.id)?.categoryInterval ?? [1, scored.length],
    })),
    judges: model.fit.judges,
    model: model.fit,
  };
}
