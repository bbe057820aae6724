import { SHEET_STATES, type SheetState } from '@xinghuo/shared/judging/domain/score-sheet';
import { parseDecimal, toFixed } from '@xinghuo/shared/judging/scoring/ratio';
import { sql } from 'kysely';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { PrintBlock, PrintDocument } from '../../platform/print/index.ts';
import { fixedSelection } from '../../platform/read/fixed-selection.ts';
import {
  type Locale,
  type Named,
  named,
  shanghaiMinute,
  type Titled,
  titled,
  wordsIn,
} from './print-words.ts';
import { scoreSheetRead } from './score-sheet.read.ts';

interface Printed {
  readonly state: SheetState;
  readonly judgeCode: string;
  readonly judge: Named | null;
  readonly round: Titled | null;
  readonly entry:
    | (Titled & {
        readonly number: string | null;
        readonly category: Titled | null;
        readonly team: Named | null;
      })
    | null;
  readonly criteria: readonly (Titled & {
    readonly id: string;
    readonly weight: string;
    readonly max: string;
  })[];
  readonly marks: readonly {
    readonly criterionId: string;
    readonly value: string | null;
    readonly comment: string;
  }[];
  readonly total: string | null;
  readonly remark: string;
  readonly submittedAt: string | null;
}

const SHEET = fixedSelection(
  'state judgeCode judge { name nameEn } round { title titleEn } entry { number title titleEn category { title titleEn } team { name nameEn } } criteria { id title titleEn weight max } marks { criterionId value comment } total remark submittedAt',
);

/** A total as the screens show it: two places. */
const totalOf = (total: string): string => toFixed(parseDecimal(total), 2);

/** Sheets of one print at most: a category of an edition with room to spare. */
const MOST = 500;

function sheetBlocks(sheet: Printed, locale: Locale): PrintBlock[] {
  const word = wordsIn(locale);
  const marks = new Map(sheet.marks.map((mark) => [mark.criterionId, mark]));
  const judge = `${named(sheet.judge, locale)} ${sheet.judgeCode}`.trim();
  const done = sheet.state === 'SUBMITTED' || sheet.state === 'LOCKED';
  return [
    { kind: 'title', text: word('scoreSheet'), subtitle: titled(sheet.round, locale) },
    {
      kind: 'facts',
      columns: 2,
      rows: [
        [word('number'), sheet.entry?.number ?? ''],
        [word('category'), titled(sheet.entry?.category ?? null, locale)],
        [word('project'), titled(sheet.entry, locale)],
        [word('team'), named(sheet.entry?.team, locale)],
        [word('judge'), judge],
        [word('state'), SHEET_STATES[sheet.state][locale]],
      ],
    },
    { kind: 'space', height: 8 },
    {
      kind: 'table',
      rowHeight: 30,
      columns: [
        { heading: word('criterion'), weight: 3 },
        { heading: word('weight'), align: 'right' },
        { heading: word('max'), align: 'right' },
        { heading: word('mark'), align: 'right' },
        { heading: word('comment'), weight: 5 },
      ],
      rows: [
        ...sheet.criteria.map((criterion) => {
          const mark = marks.get(criterion.id);
          return [
            titled(criterion, locale),
            `${Number(criterion.weight)}%`,
            String(Number(criterion.max)),
            mark?.value ? String(Number(mark.value)) : '',
            mark?.comment ?? '',
          ];
        }),
        [word('total'), '100%', '', done && sheet.total !== null ? totalOf(sheet.total) : '', ''],
      ],
      strong: [sheet.criteria.length],
    },
    { kind: 'heading', text: word('remark'), level: 2 },
    ...(sheet.remark === ''
      ? [{ kind: 'space', height: 60 } as const]
      : [{ kind: 'paragraph', text: sheet.remark } as const]),
    ...(sheet.submittedAt
      ? [{ kind: 'facts', rows: [[word('submitted'), shanghaiMinute(sheet.submittedAt)]] } as const]
      : []),
    { kind: 'signatures', lines: [word('signature')], date: word('date') },
  ];
}

/**
 * Score sheets to print, one a page: one sheet, or those of an entry in a round. Empty ones are forms to be filled in
 * by hand. What the viewer may not see is not there; null when nothing is left.
 */
export async function scoreSheetsDocument(
  context: RequestContext,
  which: { readonly sheetId: string } | { readonly entryId: string; readonly roundId: string },
  locale: Locale,
): Promise<PrintDocument | null> {
  const sheets = (await context.many(SHEET, scoreSheetRead, {
    where: (row) =>
      'sheetId' in which
        ? sql<boolean>`${row.id} = ${which.sheetId}`
        : sql<boolean>`${row.col('entry')} = ${which.entryId} and ${row.col('round')} = ${which.roundId} and ${row.col('state')} <> 'RECUSED'`,
    order: (row) =>
      sql`(select printed.number from judge printed where printed.id = ${row.col('judge')}), ${row.id}`,
    limit: MOST,
  })) as unknown as readonly Printed[];
  const [first] = sheets;
  if (!first) return null;
  const word = wordsIn(locale);
  return {
    title: `${word('scoreSheet')} ${first.entry?.number ?? ''}`.trim(),
    createdAt: context.now,
    language: locale,
    pageNumbers: true,
    header: titled(first.entry, locale),
    blocks: sheets.flatMap((sheet, i) => [
      ...(i > 0 ? [{ kind: 'pageBreak' } as const] : []),
      ...sheetBlocks(sheet, locale),
    ]),
  };
}
