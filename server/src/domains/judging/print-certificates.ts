import { sql } from 'kysely';
import { allOf } from '../../platform/access/condition.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { PrintBlock, PrintDocument } from '../../platform/print/index.ts';
import { fixedSelection } from '../../platform/read/fixed-selection.ts';
import { entryRead, mayHandle } from '../competition/index.ts';
import { type Locale, type Named, named, quoted, type Titled, titled, wordsIn } from './print-words.ts';

interface Printed extends Titled {
  readonly number: string | null;
  readonly category: Titled | null;
  readonly team: Named | null;
  readonly award: Titled | null;
  readonly competition:
    | (Titled & {
        readonly publishedAt: string | null;
        readonly hosts: readonly { readonly unit: Named | null }[];
      })
    | null;
}

const ENTRY = fixedSelection(
  'number title titleEn category { title titleEn } team { name nameEn } award { title titleEn } competition { title titleEn publishedAt hosts { unit { name nameEn } } }',
);

/** Certificates of one print at most. */
const MOST = 1000;

/** The day in Shanghai, as a certificate writes it: `2025年11月5日`. */
function dayOf(instant: string | null, locale: Locale): string {
  const day = new Date(Date.parse(instant ?? '1970-01-01T00:00:00Z') + 8 * 3_600_000);
  return locale === 'zh'
    ? `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
    : day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function certificate(entry: Printed, locale: Locale): PrintBlock {
  const word = wordsIn(locale);
  const edition = titled(entry.competition, locale);
  const category = titled(entry.category, locale);
  const title = quoted(titled(entry, locale));
  const team = named(entry.team, locale);
  return {
    kind: 'certificate',
    title: word('certificate'),
    recipient: locale === 'zh' ? `${team}：` : team,
    paragraphs: [
      locale === 'zh'
        ? `你队申报的项目${title}在${edition}${category}类评选中获：`
        : `for the project ${title} in the category ${category} of the ${edition}:`,
    ],
    award: titled(entry.award, locale),
    issuers: (entry.competition?.hosts ?? []).map(({ unit }) => named(unit, locale)),
    date: dayOf(entry.competition?.publishedAt ?? null, locale),
    notes: [`${word('number')} ${entry.number ?? ''}`],
  };
}

/**
 * Certificates of awards that are final: of one entry for its team and the office, or of a whole edition. Null when
 * there is none the viewer may print.
 */
export async function certificatesDocument(
  context: RequestContext,
  which: { readonly entryId: string } | { readonly competitionId: string },
  locale: Locale,
): Promise<PrintDocument | null> {
  const entries = (await context.many(ENTRY, entryRead, {
    where: (row) =>
      allOf(
        mayHandle(context.viewer, { id: row.id, competition: row.col('competition'), team: row.col('team') }),
        sql<boolean>`${row.col('state')} = 'AWARDED'`,
        'entryId' in which
          ? sql<boolean>`${row.id} = ${which.entryId}`
          : sql<boolean>`${row.col('competition')} = ${which.competitionId}`,
      ),
    order: (row) =>
      sql`(select placed.position from category placed where placed.id = ${row.col('category')}), (select given.position from award_rule given where given.id = ${row.col('award')}), ${row.col('number')}`,
    limit: MOST,
  })) as unknown as readonly Printed[];
  const [first] = entries;
  if (!first) return null;
  return {
    title: `${titled(first.competition, locale)} ${wordsIn(locale)('certificate')}`,
    createdAt: new Date(first.competition?.publishedAt ?? context.now),
    landscape: true,
    language: locale,
    blocks: entries.map((entry) => certificate(entry, locale)),
  };
}
