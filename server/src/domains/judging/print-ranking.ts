import { RULE_KINDS, type RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { sql } from 'kysely';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { PrintBlock, PrintDocument } from '../../platform/print/index.ts';
import { fixedSelection } from '../../platform/read/fixed-selection.ts';
import { type Locale, shanghaiMinute, titled, wordsIn } from './print-words.ts';
import { resultRead } from './result.read.ts';

interface Titled {
  readonly title: string;
  readonly titleEn: string;
}
interface PrintedRow {
  readonly categoryRank: number | null;
  readonly total: string | null;
  readonly category: (Titled & { readonly id: string }) | null;
  readonly entry:
    | (Titled & { readonly number: string | null; readonly team: { readonly name: string } | null })
    | null;
  readonly award: Titled | null;
}
interface Printed {
  readonly competition: Titled | null;
  readonly round: Titled | null;
  readonly ruleKind: RuleKind;
  readonly computedAt: string;
  readonly resultDigest: string;
  readonly rows: readonly PrintedRow[];
}

const RESULT = fixedSelection(
  'competition { title titleEn } round { title titleEn } ruleKind computedAt resultDigest rows { categoryRank total category { id title titleEn } entry { number title titleEn team { name } } award { title titleEn } }',
);

function table(rows: readonly PrintedRow[], locale: Locale): PrintBlock {
  const word = wordsIn(locale);
  return {
    kind: 'table',
    columns: [
      { heading: word('place'), align: 'center' },
      { heading: word('number'), weight: 2 },
      { heading: word('project'), weight: 5 },
      { heading: word('team'), weight: 4 },
      { heading: word('score'), weight: 1.4, align: 'right' },
      { heading: word('award'), weight: 2 },
    ],
    rows: rows.map((row) => [
      row.categoryRank === null ? '' : String(row.categoryRank),
      row.entry?.number ?? '',
      titled(row.entry, locale),
      row.entry?.team?.name ?? '',
      row.total ?? '',
      titled(row.award, locale),
    ]),
  };
}

/** The ranking of a result by category, or of one category, as far as the viewer may see it; null when nothing is left. */
export async function rankingDocument(
  context: RequestContext,
  resultId: string,
  categoryId: string | null,
  locale: Locale,
): Promise<PrintDocument | null> {
  const result = (await context.one(
    RESULT,
    resultRead,
    (row) => sql<boolean>`${row.id} = ${resultId}`,
  )) as unknown as Printed | null;
  if (!result) return null;
  const word = wordsIn(locale);
  const rows = result.rows.filter(({ category }) => categoryId === null || category?.id === categoryId);
  const groups = [...Map.groupBy(rows, ({ category }) => category?.id ?? '').values()];
  if (groups.length === 0) return null;
  return {
    title: `${titled(result.competition, locale)} ${word('ranking')}`,
    createdAt: context.now,
    pageNumbers: locale,
    footer: `${word('digest')} ${result.resultDigest.slice(0, 16)}`,
    blocks: [
      {
        kind: 'title',
        text: titled(result.competition, locale),
        subtitle: `${titled(result.round, locale)} ${word('ranking')}`.trim(),
      },
      {
        kind: 'facts',
        rows: [
          [word('rule'), RULE_KINDS[result.ruleKind][locale]],
          [word('computed'), shanghaiMinute(result.computedAt)],
        ],
      },
      ...groups.flatMap((group): PrintBlock[] => [
        { kind: 'heading', text: titled(group[0]?.category ?? null, locale) },
        table(group, locale),
      ]),
      { kind: 'signatures', lines: [word('officer'), word('overseer')], date: word('date') },
    ],
  };
}
