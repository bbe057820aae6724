import type { PrintBlock, PrintDocument } from '../../platform/print/index.ts';
import type { OutputColumn, OutputSheet } from '../../platform/sheets/index.ts';
import { type Locale, shanghaiMinute, titled } from './print-words.ts';
import type { ReportFacts } from './report-facts.ts';
import type { ReportCell, ReportTable } from './report-table.ts';
import { reportTables } from './report-tables.ts';
import { REPORT_WORDS } from './report-words.ts';

/** A figure with the minus sign of the screens; none on a zero. */
const signed = (figure: string): string =>
  Number(figure) < 0 ? figure.replace('-', '−') : figure.replace('-', '');

function onPaper({ title, note, columns, rows }: ReportTable, locale: Locale): readonly PrintBlock[] {
  const cell = (value: ReportCell | undefined, places: number | undefined): string =>
    value === null || value === undefined
      ? ''
      : typeof value === 'number'
        ? signed(value.toFixed(places ?? 0))
        : value;
  return [
    { kind: 'heading', text: title },
    ...(note && rows.length > 0 ? [{ kind: 'paragraph', text: note, indent: false } as const] : []),
    rows.length === 0
      ? { kind: 'paragraph', text: REPORT_WORDS.nothing[locale], indent: false }
      : {
          kind: 'table',
          columns: columns.map(({ heading, places, weight }) => ({
            heading,
            ...(weight === undefined ? {} : { weight }),
            align: places === undefined ? 'left' : 'right',
          })),
          rows: rows.map((row) => row.map((value, i) => cell(value, columns[i]?.places))),
        },
  ];
}

/** The report as a document. */
export function reportDocument(facts: ReportFacts, locale: Locale, now: Date): PrintDocument {
  const edition = titled(facts.result.competition, locale);
  const title = `${edition} ${REPORT_WORDS.report[locale]}`;
  return {
    title,
    createdAt: now,
    landscape: true,
    language: locale,
    pageNumbers: true,
    header: `${edition} · ${REPORT_WORDS.report[locale]}`,
    footer: shanghaiMinute(now.toISOString()),
    blocks: [
      { kind: 'title', text: edition, subtitle: REPORT_WORDS.report[locale] },
      ...reportTables(facts, locale).flatMap((table) => onPaper(table, locale)),
    ],
  };
}

type Row = readonly ReportCell[];

/** The report as the sheets of a workbook: numbers are numbers. */
export function reportSheets(facts: ReportFacts, locale: Locale): readonly OutputSheet<Row>[] {
  return reportTables(facts, locale).map(({ title, note, columns, rows }) => ({
    sheetName: title,
    rows,
    ...(note === undefined ? {} : { note }),
    columns: columns.map(({ heading, places, weight }, i): OutputColumn<Row> => {
      const at = (row: Row): ReportCell => row[i] ?? null;
      return places === undefined
        ? {
            heading,
            type: 'text',
            width: Math.round(12 * (weight ?? 1)),
            value: (row) => at(row)?.toString(),
          }
        : { heading, type: 'number', places, value: at };
    }),
  }));
}
