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

/** The most rows of one export. */
export const EXPORT_ROWS = 50_000;

/** Reads pages of lists as one viewer: a request's context. */
export interface ListReader {
  list(
    selection: SelectionSource,
    list: ListDefinition<object, string>,
    args: ListArguments<object, string>,
  ): Promise<ConnectionValue>;
}

type Narrowing = Pick<ListArguments<object, string>, 'filter' | 'sort'>;

/**
 * Prepares an export: what can fail at all fails with the first page, here, while an error can still be answered.
 * The returned function then streams the workbook and tells its rows.
 */
export async function exportWriter(
  reader: ListReader,
  list: ExportedList,
  args: Narrowing,
  locale: keyof Label,
): Promise<(out: Writable) => Promise<{ rows: number }>> {
  const rows = rowsOf(reader, list, args);
  const first = await rows.next();
  return (out) =>
    writeSheet(out, {
      sheetName: list.name[locale],
      columns: outputColumns(list.columns, locale),
      rows: following(first, rows),
    });
}

/** The rows of a list, page by page, each page one statement. */
async function* rowsOf(reader: ListReader, list: ExportedList, args: Narrowing): AsyncGenerator<Presented> {
  const selection = fixedSelection(`nodes { ${selectionOf(list.columns)} }`);
  let after: string | null = null;
  for (let rows = 0; rows < EXPORT_ROWS; rows += PAGE.max) {
    const page: ConnectionValue = await reader.list(selection, list.of, { ...args, first: PAGE.max, after });
    yield* page.nodes;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

async function* following(
  first: IteratorResult<Presented>,
  rest: AsyncGenerator<Presented>,
): AsyncGenerator<Presented> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}
