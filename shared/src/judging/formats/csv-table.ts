import { LocatedError, type LocatedProblem, type Place } from './located.ts';

/** One cell and where it begins. */
export interface Cell extends Place {
  readonly text: string;
}

/**
 * Splits comma-separated text (RFC 4180: quotes, doubled quotes, line breaks inside quotes) into rows of located cells;
 * empty lines are skipped. Throws `LocatedError` for an unclosed quote or text after a closing one.
 */
export function parseCsv(text: string): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = 1;
  let lineStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = lineStart;
  const fail = (place: Place, message: string): never => {
    throw new LocatedError([{ line: place.line, column: place.column, message }]);
  };
  const endRow = (): void => {
    if (row.length > 1 || row[0]?.text.trim()) rows.push(row);
    row = [];
  };
  while (at <= text.length) {
    const place = { line, column: at - lineStart + 1 };
    let value = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return fail(place, 'the quote is never closed');
        for (let k = text.indexOf('\n', at); k >= 0 && k < end; k = text.indexOf('\n', k + 1)) {
          line++;
          lineStart = k + 1;
        }
        value += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
      if (at < text.length && !',\r\n'.includes(text.charAt(at))) {
        return fail({ line, column: at - lineStart + 1 }, 'text after a closing quote');
      }
    } else {
      const start = at;
      while (at < text.length && !',\r\n'.includes(text.charAt(at))) at++;
      value = text.slice(start, at);
    }
    row.push({ ...place, text: value });
    if (text[at] === ',') {
      at++;
      continue;
    }
    endRow();
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line++;
    lineStart = at;
    if (at >= text.length) break;
  }
  return rows;
}

/** A row as its named cells; a column that the file does not have is undefined. */
export type NamedRow<N extends string> = Readonly<Partial<Record<N, Cell>>> & { readonly place: Place };

/**
 * Reads a table with a heading line. Columns may stand in any order; unknown ones are left alone.
 * Throws `LocatedError` naming every missing column, repeated heading and row of another width.
 */
export function readTable<N extends string>(
  text: string,
  required: readonly N[],
  optional: readonly N[],
): NamedRow<N>[] {
  const [heading, ...rows] = parseCsv(text);
  if (!heading)
    throw new LocatedError([
      { line: 1, column: 1, message: `the file is empty; expected the columns ${required.join(', ')}` },
    ]);
  const problems: LocatedProblem[] = [];
  const names = heading.map((cell) => cell.text.trim().toLowerCase());
  const end = heading.at(-1) ?? { line: 1, column: 1 };
  for (const name of required) {
    if (!names.includes(name))
      problems.push({ line: end.line, column: end.column, message: `the column "${name}" is missing` });
  }
  for (const [i, cell] of heading.entries()) {
    const name = names[i] ?? '';
    if (names.indexOf(name) !== i)
      problems.push({ ...at(cell), message: `the column "${name}" is given twice` });
  }
  const wanted = new Map([...required, ...optional].map((name) => [name, names.indexOf(name)] as const));
  const named = rows.map((row): NamedRow<N> => {
    const first = row[0] ?? end;
    if (row.length !== heading.length) {
      problems.push({
        ...at(row[Math.min(row.length, heading.length) - 1] ?? first),
        message: `${row.length} cells where the heading has ${heading.length}`,
      });
    }
    const cells: Partial<Record<N, Cell>> = {};
    for (const [name, index] of wanted) {
      const cell = row[index];
      if (cell) cells[name] = cell;
    }
    return { ...cells, place: at(first) };
  });
  if (problems.length > 0) throw new LocatedError(problems);
  return named;
}

/** The place of a cell without its text. */
export function at(cell: Place): Place {
  return { line: cell.line, column: cell.column };
}
