import { add, divide, isDecimalText, parseDecimal, type Ratio, ratio, ZERO } from '../scoring/ratio.ts';
import { at, type Cell, readTable } from './csv-table.ts';
import { LocatedError, type LocatedProblem, type Place } from './located.ts';

/** One judge’s mark of one entry, its criteria averaged. */
export interface MarkRow {
  readonly entry: string;
  readonly judge: string;
  readonly total: Ratio;
  readonly category: string;
  /** The position in the judge’s own order, from 1; absent where the file has none. */
  readonly order?: number;
}

interface Sheet {
  readonly place: Place;
  readonly entry: string;
  readonly judge: string;
  readonly category: string;
  readonly order: number | undefined;
  readonly marks: Map<string, Ratio>;
}

const REQUIRED = ['entry', 'judge', 'score'] as const;
const OPTIONAL = ['category', 'criterion', 'order'] as const;

/**
 * Reads marks: columns entry, judge, score; optional category, criterion, order. With a criterion column a judge’s mark
 * of an entry is the mean of its criteria, which must be the same on every sheet. Throws `LocatedError` naming, by line
 * and column, every empty id, every score that is no decimal number, every pair given twice, every entry in two
 * categories and every sheet with other criteria.
 */
export function readMarks(text: string): MarkRow[] {
  const problems: LocatedProblem[] = [];
  const sheets = new Map<string, Sheet>();
  const categoryOf = new Map<string, { category: string; line: number }>();
  const criteria = new Set<string>();
  const id = (cell: Cell | undefined, name: string, place: Place): string => {
    const value = cell?.text.trim() ?? '';
    if (value === '') problems.push({ ...at(cell ?? place), message: `${name} is empty` });
    if (value.includes('\uFFFD'))
      problems.push({ ...at(cell ?? place), message: `${name} is not valid UTF-8` });
    return value;
  };
  for (const row of readTable<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number]>(
    text,
    REQUIRED,
    OPTIONAL,
  )) {
    const entry = id(row.entry, 'entry', row.place);
    const judge = id(row.judge, 'judge', row.place);
    const score = row.score?.text.trim() ?? '';
    const criterion = row.criterion?.text.trim() ?? '';
    const category = row.category?.text.trim() ?? '';
    if (!isDecimalText(score)) {
      problems.push({
        ...at(row.score ?? row.place),
        message: `score "${score.slice(0, 40)}" is not a decimal number such as 87.5`,
      });
      continue;
    }
    const order = row.order?.text.trim() ?? '';
    if (order !== '' && !/^[1-9]\d{0,8}$/.test(order)) {
      problems.push({
        ...at(row.order ?? row.place),
        message: `order "${order.slice(0, 40)}" is not a whole number from 1`,
      });
    }
    const known = categoryOf.get(entry);
    if (known && known.category !== category) {
      problems.push({
        ...at(row.category ?? row.place),
        message: `entry "${entry}" is in category "${known.category}" on line ${known.line}`,
      });
    }
    if (!known) categoryOf.set(entry, { category, line: row.place.line });
    criteria.add(criterion);
    const key = JSON.stringify([entry, judge]);
    const sheet = sheets.get(key);
    if (!sheet) {
      sheets.set(key, {
        place: row.place,
        entry,
        judge,
        category,
        order: order === '' ? undefined : Number(order),
        marks: new Map([[criterion, parseDecimal(score)]]),
      });
    } else if (sheet.marks.has(criterion)) {
      problems.push({
        ...row.place,
        message: `judge "${judge}" marks entry "${entry}" a second time; the first is on line ${sheet.place.line}`,
      });
    } else sheet.marks.set(criterion, parseDecimal(score));
  }
  for (const sheet of sheets.values()) {
    if (sheet.marks.size === criteria.size) continue;
    const lacking = [...criteria].filter((c) => !sheet.marks.has(c));
    problems.push({
      ...sheet.place,
      message: `the sheet of judge "${sheet.judge}" for entry "${sheet.entry}" lacks the criterion ${lacking.map((c) => `"${c}"`).join(', ')}`,
    });
  }
  if (sheets.size === 0 && problems.length === 0)
    problems.push({ line: 2, column: 1, message: 'there are no marks' });
  if (problems.length > 0)
    throw new LocatedError(problems.sort((a, b) => a.line - b.line || a.column - b.column));
  return [...sheets.values()].map(({ entry, judge, category, order, marks }) => ({
    entry,
    judge,
    category,
    total: divide([...marks.values()].reduce(add, ZERO), ratio(BigInt(marks.size))),
    ...(order === undefined ? {} : { order }),
  }));
}
