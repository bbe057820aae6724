import { DEFAULT_RULE } from '@xinghuo/shared/judging/scoring/rules';
import type { OfficialResultQuery } from '#client/__generated__/graphql.ts';
import type { RankLine } from './results-ranking.ts';

/** The official result that a screen shows. */
export type OfficialResult = OfficialResultQuery['results']['nodes'][number];
export type ResultRow = OfficialResult['rows'][number];

/** Decimal places of the official rule: scores are shown with exactly those. */
export function decimalsOf(rule: unknown): number {
  const found =
    typeof rule === 'object' && rule !== null && 'decimals' in rule ? rule.decimals : DEFAULT_RULE.decimals;
  return typeof found === 'number' ? found : DEFAULT_RULE.decimals;
}

/** The award lines of one category, or with null those over all categories. */
export function awardLines(
  result: Pick<OfficialResult, 'awardLines'>,
  category: string | null,
  titleOf: (of: { title: string; titleEn: string }) => string,
): readonly RankLine[] {
  return (result.awardLines ?? [])
    .filter(({ categoryId }) => categoryId === category)
    .map(({ awardId, awardTitle, awardTitleEn, given, undecided, quota, line }) => ({
      id: awardId,
      title: titleOf({ title: awardTitle, titleEn: awardTitleEn }),
      given,
      undecided,
      quota,
      score: line,
    }));
}
