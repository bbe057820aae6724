import { RULE_KINDS, type RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { sql } from 'kysely';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { PrintBlock, PrintDocument } from '../../platform/print/index.ts';
import { fixedSelection } from '../../platform/read/fixed-selection.ts';
import {
  digestsOf,
  type Locale,
  type Named,
  named,
  shanghaiMinute,
  type Titled,
  titled,
  wordsIn,
} from './print-words.ts';
import { resultRead } from './result.read.ts';

interface PrintedRow {
  readonly categoryRank: number | null;
  readonly total: string | null;
  readonly category: (Titled & { readonly id: string }) | null;
  readonly entry: (Titled & { readonly number: string | null; readonly team: Named | null }) | null;
  readonly roundScores: readonly { readonly score: string | null }[];
  readonly computedAward: (Titled & { readonly id: string }) | null;
  readonly award: (Titled & { readonly id: string }) | null;
}
interface Printed {
  readonly competition: Titled | null;
  readonly round: Titled | null;
  readonly ruleKind: RuleKind;
  readonly computedAt: string;
  readonly resultDigest: string;
  readonly publication: { readonly digest: string } | null;
  readonly rows: readonly PrintedRow[];
}

const RESULT = fixedSelection(
  'competition { title titleEn } round { title titleEn } ruleKind computedAt resultDigest publication { digest } rows { categoryRank total roundScores category { id title titleEn } entry { number title titleEn team { name nameEn } } computedAward { id title titleEn } award { id title titleEn } }',
);

/** Whether the deliberation gave another award than the ranking. */
const moved = ({ award, computedAward }: PrintedRow): boolean => award?.id !== computedAward?.id;

function awardOf(row: PrintedRow, locale: Locale): string {
  const word = wordsIn(locale);
  if (!moved(row)) return titled(row.award, locale);
  const by = (award: Titled | null): string => (award ? titled(award, locale) : word('noAward'));
  return `${by(row.award)} *\n${word('movedFrom')}${by(row.computedAward)}`;
}

/** What a reader must know to understand the order and the awards; nothing where nobody could wonder. */
function notes(rows: readonly PrintedRow[], locale: Locale): PrintBlock[] {
  const word = wordsIn(locale);
  const text = [
    ...(rows.some(({ roundScores }) => roundScores.length > 1) ? [word('finalistsFirst')] : []),
    ...(rows.some(moved) ? [word('moved')] : []),
  ].join('\n');
  return text === '' ? [] : [{ kind: 'paragraph', text, indent: false }];
}

function table(rows: readonly PrintedRow[], locale: Locale): PrintBlock {
  const word = wordsIn(locale);
  return {
    kind: 'table',
    columns: [
      { heading: word('place'), align: 'center' },
      { heading: word('number'), weight: 2 },
      { heading: word('project'), weight: 4.6 },
      { heading: word('team'), weight: 3.7 },
      { heading: word('score'), weight: 1.4, align: 'right' },
      { heading: word('award'), weight: 3.1 },
    ],
    rows: rows.map((row) => [
      row.categoryRank === null ? '' : String(row.categoryRank),
      row.entry?.number ?? '',
      titled(row.entry, locale),
      named(row.entry?.team, locale),
      row.total ?? '',
      awardOf(row, locale),
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
    language: locale,
    pageNumbers: true,
    header: `${titled(result.competition, locale)} · ${word('ranking')}`,
    footer: `${word('digestStart')} ${result.resultDigest.slice(0, 16)}`,
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
          ...digestsOf(result, locale).map(({ name, digest, is }) => [name, `${digest}\n${is}`] as const),
        ],
      },
      ...notes(rows, locale),
      ...groups.flatMap((group): PrintBlock[] => [
        { kind: 'heading', text: titled(group[0]?.category ?? null, locale) },
        table(group, locale),
      ]),
      { kind: 'signatures', lines: [word('officer'), word('overseer')], date: word('date') },
    ],
  };
}
