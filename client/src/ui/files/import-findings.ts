import type { Label } from '@xinghuo/shared/kernel/label';

/** A finding of an import's check. `row` counts as the sheet does, 1 being the heading; 0 means the whole sheet. */
export interface ImportProblem {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly params: unknown;
}

/** One row as it was read, its cells by column key. */
export interface ImportRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A column of the sheet with its heading. */
export interface ImportColumn extends Label {
  readonly key: string;
}

/** What `POST /imports/<kind>/preview` answers. */
export interface ImportFindings {
  readonly previewId: string;
  /** The columns the kind has, in their order. */
  readonly columns: readonly ImportColumn[];
  /** Number of rows of data. */
  readonly rows: number;
  /** The first of them; `problemCount` is the true number. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** The row below which the next problems are asked for; null when there are none. */
  readonly nextAfter: number | null;
  readonly sample: readonly ImportRow[];
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

function readColumn(value: unknown): ImportColumn[] {
  const one = record(value);
  if (!one || typeof one.key !== 'string' || typeof one.zh !== 'string' || typeof one.en !== 'string')
    return [];
  return [{ key: one.key, zh: one.zh, en: one.en }];
}

function readProblem(value: unknown): ImportProblem[] {
  const one = record(value);
  if (!one || typeof one.code !== 'string') return [];
  const row = typeof one.row === 'number' ? one.row : 0;
  const column = typeof one.column === 'string' ? one.column : '';
  return [{ row, column, code: one.code, params: one.params }];
}

function readRow(value: unknown, index: number): ImportRow[] {
  const one = record(value);
  if (!one) return [];
  const { row, cells, ...rest } = one;
  const source = record(cells) ?? rest;
  const texts = Object.entries(source).map(([key, cell]) => [
    key,
    cell === null || cell === undefined ? '' : String(cell),
  ]);
  // Without a number of its own the sample begins under the heading.
  return [{ row: typeof row === 'number' ? row : index + 2, cells: Object.fromEntries(texts) }];
}

/** Reads the answer; undefined when it is not one. */
export function readFindings(body: unknown): ImportFindings | undefined {
  const answer = record(body);
  if (!answer || typeof answer.previewId !== 'string' || typeof answer.rows !== 'number') return undefined;
  const problems = Array.isArray(answer.problems) ? answer.problems.flatMap(readProblem) : [];
  return {
    previewId: answer.previewId,
    columns: Array.isArray(answer.columns) ? answer.columns.flatMap(readColumn) : [],
    rows: answer.rows,
    problems,
    problemCount: typeof answer.problemCount === 'number' ? answer.problemCount : problems.length,
    nextAfter: typeof answer.nextAfter === 'number' ? answer.nextAfter : null,
    sample: Array.isArray(answer.sample) ? answer.sample.flatMap(readRow) : [],
  };
}

/** A row of the table: its cells, each with what is wrong with it. */
export interface FindingRow extends ImportRow {
  readonly problems: ReadonlyMap<string, readonly ImportProblem[]>;
}

/** Rows with their problems at their cells, in the order of the sheet; rows that the sample lacks have empty cells. */
export function findingRows({ problems, sample }: ImportFindings): readonly FindingRow[] {
  const rows = new Map<
    number,
    { row: number; cells: Readonly<Record<string, string>>; problems: Map<string, ImportProblem[]> }
  >();
  for (const { row, cells } of sample) rows.set(row, { row, cells, problems: new Map() });
  for (const problem of problems) {
    if (problem.row === 0) continue;
    const row = rows.get(problem.row) ?? { row: problem.row, cells: {}, problems: new Map() };
    row.problems.set(problem.column, [...(row.problems.get(problem.column) ?? []), problem]);
    rows.set(problem.row, row);
  }
  return [...rows.values()].sort((a, b) => a.row - b.row);
}
