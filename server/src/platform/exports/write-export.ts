import type { Writable } from 'node:stream';
import type { Label } from '@xinghuo/shared/kernel/label';
import type { ListDefinition } from '../read/define-list.ts';
import { fixedSelection } from '../read/fixed-selection.ts';
import type { Presented } from '../read/present.ts';
import { type ConnectionValue, type ListArguments, PAGE } from '../read/reader.ts';
import type { SelectionSource } from '../read/selection.ts';
import { writeSheet } from '../sheets/index.ts';
import { outputColumns, selectionOf } from './export-columns.ts';
import type { ExportedList } from './export-list.ts';

/** Reads pages of lists as one viewer: a request's context. */
export interface ListReader {
  list(
    selection: SelectionSource,
    list: ListDefinition<object, string>,
    args: ListArguments<object, string>,
  ): Promise<ConnectionValue>;
}

type Narrowing = Pick<ListArguments<object, string>, 'filter' | 'sort'>;

/** An export whose first page is read. */
export interface PreparedExport {
  /** The list has more rows than the export takes; the workbook says so under its last row. */
  readonly truncated: boolean;
  /** Streams the workbook and tells its rows. */
  readonly write: (out: Writable) => Promise<{ rows: number }>;
}

/**
 * Prepares an export of at most `most` rows: what can fail at all fails with the first page, here, while an error can
 * still be answered.
 */
export async function prepareExport(
  reader: ListReader,
  list: ExportedList,
  args: Narrowing,
  locale: keyof Label,
  most: number,
): Promise<PreparedExport> {
  const columns = selectionOf(list.columns);
  const first = await reader.list(fixedSelection(`nodes { ${columns} } totalCount`), list.of, {
    ...args,
    first: PAGE.max,
    countLimit: most + 1,
  });
  const truncated = (first.totalCount ?? 0) > most;
  const rows = rowsOf(first, most, (after) =>
    reader.list(fixedSelection(`nodes { ${columns} }`), list.of, { ...args, first: PAGE.max, after }),
  );
  return {
    truncated,
    write: (out) =>
      writeSheet(out, {
        sheetName: list.name[locale],
        columns: outputColumns(list.columns, locale),
        rows,
        ...(truncated ? { note: NOTES[locale](most) } : {}),
      }),
  };
}

/** What stands under the last row of an export that stops before its list does. */
const NOTES: Readonly<Record<keyof Label, (most: number) => string>> = {
  zh: (most) =>
    `名单未完：一次最多导出 ${most.toLocaleString('en-US')} 行，后面的行没有写入。请用筛选把名单缩小，分几次导出。`,
  en: (most) =>
    `The list goes on: one export takes ${most.toLocaleString('en-US')} rows at most. Narrow the list with its filters and export it in parts.`,
};

/** The rows of a list, page by page, each page one statement. */
async function* rowsOf(
  first: ConnectionValue,
  most: number,
  next: (after: string | null) => Promise<ConnectionValue>,
): AsyncGenerator<Presented> {
  let page = first;
  let left = most;
  for (;;) {
    yield* page.nodes.slice(0, left);
    left -= page.nodes.length;
    if (left <= 0 || !page.pageInfo.hasNextPage) return;
    page = await next(page.pageInfo.endCursor);
  }
}
