import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** The folder of given data: real reference data, and the demonstration. It stands beside `src` and `dist`. */
const FOLDER = new URL('../../demo/', import.meta.url);

/** Reads a table of given data; each row by its headings, empty cells as ''. */
export async function givenTable<K extends string>(
  name: string,
  headings: readonly K[],
): Promise<Record<K, string>[]> {
  const rows: Record<string, string>[] = parse(await readFile(new URL(name, FOLDER)), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  return rows.map((row, index) => {
    const missing = headings.filter((heading) => typeof row[heading] !== 'string');
    if (missing.length > 0) throw new Error(`${name}, row ${index + 2}: no ${missing.join(', ')}`);
    return row as Record<K, string>;
  });
}

/** Reads a document of given data. Its form is the product's own: the loader's tests check it. */
export async function givenDocument<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')) as T;
}
