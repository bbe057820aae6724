import { parseDecimal, toNumber } from '@xinghuo/shared/judging/scoring/ratio';
import { scoreTotals } from '@xinghuo/shared/judging/scoring/round-result';
import { type RuleKind, ruleOf } from '@xinghuo/shared/judging/scoring/rules';
import { type FittedModel, fitSeverity } from '@xinghuo/shared/judging/severity/fit';
import type { Sheet } from './panels.ts';
import type { World } from './world.ts';

/** The rules in the order of the table. */
export const RULES: readonly RuleKind[] = ['MEAN', 'TRIMMED_MEAN', 'MEDIAN', 'Z_SCORE', 'RANK', 'SEVERITY'];

/** Scores by entry index; an entry without a sheet has none. */
export type Scores = ReadonlyMap<number, number>;

/** The score of every entry by an official rule with its default parameters: the product’s own code. */
export function scoresBy(rule: RuleKind, world: World, sheets: readonly Sheet[]): Scores {
  const marks = sheets.map((s) => ({
    judge: `j${s.judge}`,
    entry: `e${s.entry}`,
    total: parseDecimal(s.score.toFixed(2)),
  }));
  const entries = world.entries.map(({ id, category }) => ({ id, category }));
  return new Map(
    scoreTotals(marks, ruleOf(rule), entries).flatMap(({ score }, i) =>
      score ? [[i, toNumber(score)] as const] : [],
    ),
  );
}

/** The severity model of the sheets. */
export function modelOf(world: World, sheets: readonly Sheet[]): FittedModel {
  return fitSeverity(
    sheets.map((s) => ({
      entry: `e${s.entry}`,
      judge: `j${s.judge}`,
      score: s.score,
      category: world.entries[s.entry]?.category ?? '',
    })),
  );
}

/** A number of awards among some entries. */
export interface Line {
  readonly members: readonly number[];
  readonly quota: number;
}

/** The best `share` of each category, at least one; or of all entries. */
export function linesOf(world: World, share: number, overall: boolean): Line[] {
  const groups = overall
    ? [world.entries.map((_, i) => i)]
    : [...Map.groupBy(world.entries.keys(), (i) => world.entries[i]?.category ?? '').values()];
  return groups.map((members) => ({ members, quota: Math.max(1, Math.round(share * members.length)) }));
}

/** Probability of each member to get an award by the scores, where equal scores at the line are parted by lot. */
function awarded(line: Line, scores: Scores): Map<number, number> {
  const sorted = line.members
    .flatMap((e) => {
      const score = scores.get(e);
      return score === undefined ? [] : [{ e, score }];
    })
    .sort((a, b) => b.score - a.score);
  const last = sorted[line.quota - 1]?.score ?? Number.NEGATIVE_INFINITY;
  const above = sorted.filter((s) => s.score > last).length;
  const equal = sorted.filter((s) => s.score === last).length;
  return new Map(
    sorted.flatMap(({ e, score }) =>
      score < last ? [] : [[e, score > last ? 1 : (line.quota - above) / equal] as const],
    ),
  );
}

/** The share of the awards that go to the entries of the highest merit. */
export function rightAwards(world: World, lines: readonly Line[], scores: Scores): number {
  const merits: Scores = new Map(world.entries.map((e, i) => [i, e.merit]));
  let right = 0;
  let quota = 0;
  for (const line of lines) {
    const given = awarded(line, scores);
    for (const [e, deserved] of awarded(line, merits)) right += deserved * (given.get(e) ?? 0);
    quota += line.quota;
  }
  return right / quota;
}
