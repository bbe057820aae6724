import type { Label } from '@xinghuo/shared/kernel/label';
import type { Presented } from '../read/present.ts';
import type { OutputColumn } from '../sheets/index.ts';
import type { ExportColumn } from './export-list.ts';

/** The selection that reads what the columns need: `number unit { name }`. */
export function selectionOf(columns: readonly ExportColumn[]): string {
  interface Tree extends Map<string, Tree> {}
  const root: Tree = new Map();
  for (const { value } of columns) {
    let level = root;
    for (const name of value.split('.')) {
      const next: Tree = level.get(name) ?? new Map();
      level.set(name, next);
      level = next;
    }
  }
  const write = (tree: Tree): string =>
    [...tree].map(([name, below]) => (below.size > 0 ? `${name} { ${write(below)} }` : name)).join(' ');
  return write(root);
}

/** The columns of the workbook, in one language. */
export function outputColumns(
  columns: readonly ExportColumn[],
  locale: keyof Label,
): OutputColumn<Presented>[] {
  return columns.map((column) => ({ heading: column[locale], ...width(column), ...cell(column, locale) }));
}

function width({ width }: ExportColumn): { width?: number } {
  return width === undefined ? {} : { width };
}

/** A column without its heading and width. */
type OutputCell =
  OutputColumn<Presented> extends infer C
    ? C extends unknown
      ? Omit<C, 'heading' | 'width'>
      : never
    : never;

function cell(column: ExportColumn, locale: keyof Label): OutputCell {
  const at = (row: Presented): unknown => valueAt(row, column.value);
  switch (column.type) {
    case 'number':
      return {
        type: 'number',
        value: (row) => numberOrNull(at(row)),
        ...(column.places === undefined ? {} : { places: column.places }),
      };
    case 'hours':
      return { type: 'number', value: (row) => hours(numberOrNull(at(row))), places: 1 };
    case 'day':
    case 'instant':
      return { type: column.type, value: (row) => textOrNull(at(row)) };
    case 'yesNo':
      return {
        type: 'yesNo',
        value: (row) => (typeof at(row) === 'boolean' ? at(row) === true : null),
        words: locale === 'zh' ? ['是', '否'] : ['Yes', 'No'],
      };
    case 'list':
      return { type: 'text', value: (row) => joined(at(row), locale, String) };
    case 'words': {
      const { table = {} } = column;
      const word = (value: unknown): string => table[String(value)]?.[locale] ?? String(value);
      return { type: 'text', value: (row) => joined(at(row), locale, word) };
    }
    case 'text':
      return { type: 'text', value: (row) => textOrNull(at(row)) };
  }
}

/** The value at the end of a path; through a list of objects the values of all of them, absent ones left out. */
function valueAt(row: Presented, path: string): unknown {
  let value: unknown = row;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = Array.isArray(value)
      ? value.flatMap((one: Presented) => one[name] ?? [])
      : (value as Presented)[name];
  }
  return value;
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function numberOrNull(value: unknown): number | string | null {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function hours(minutes: number | string | null): number | null {
  return minutes === null ? null : Number(minutes) / 60;
}

function joined(value: unknown, locale: keyof Label, word: (value: unknown) => string): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.map(word).join(locale === 'zh' ? '、' : ', ') : word(value);
}
