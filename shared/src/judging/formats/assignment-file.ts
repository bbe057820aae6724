import { assignmentProblems } from '../assignment/pool.ts';
import type { AssignmentProblem } from '../assignment/types.ts';
import { plainProblem, type RichEntry, type RichJudge, type RichProblem } from './assignment-rich.ts';
import { JsonCursor } from './json-cursor.ts';
import { LocatedError } from './located.ts';

/** A problem read from a file; ids that were numbers there are numbers in `idOf`. */
export interface AssignmentFile {
  readonly problem: AssignmentProblem;
  /** The id as the file wrote it. */
  readonly idOf: (id: string) => string | number;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Apart from the reader, which holds the whole file. */
function originalIds(numeric: ReadonlySet<string>): AssignmentFile['idOf'] {
  return (id) => (numeric.has(id) ? Number(id) : id);
}

/** Reads the problem while remembering where each part stood, so that every complaint has a line and a column. */
class Reader {
  readonly cursor: JsonCursor;
  /** Byte offset by problem path. */
  readonly offsets = new Map<string, number>();
  readonly numeric = new Set<string>();

  constructor(bytes: Uint8Array) {
    this.cursor = new JsonCursor(bytes);
  }

  mark(path: string): void {
    this.offsets.set(path, this.cursor.offset);
  }

  id(what: string): string {
    if (this.cursor.peek() === 'number') {
      const id = String(this.cursor.number(what));
      this.numeric.add(id);
      return id;
    }
    return this.cursor.string(`${what} (text or number)`);
  }

  number(path: string): number {
    this.mark(path);
    return this.cursor.number(`a number for ${path}`);
  }

  pairs(path: string): [string, string][] {
    const list: [string, string][] = [];
    this.cursor.array(`an array of [entry, judge] for ${path}`, (i) => {
      this.mark(`${path}.${i}`);
      const ids: string[] = [];
      this.cursor.array('a pair [entry, judge]', () => ids.push(this.id('an id')));
      const [entry, judge] = ids;
      if (entry === undefined || judge === undefined || ids.length !== 2)
        this.cursor.fail('a pair has exactly two ids', this.offsets.get(`${path}.${i}`));
      else list.push([entry, judge]);
    });
    return list;
  }

  texts(what: string): string[] {
    const list: string[] = [];
    this.cursor.array(what, () => list.push(this.cursor.string('text')));
    return list;
  }

  expertise(path: string): Record<string, number> {
    const known: [string, number][] = [];
    this.cursor.object('an object {category: number}', (category) => {
      known.push([category, this.number(`${path}.${category}`)]);
    });
    return Object.fromEntries(known);
  }

  entry(i: number): RichEntry {
    const path = `entries.${i}`;
    this.mark(path);
    if (this.cursor.peek() !== 'object') return { id: this.id('an entry id') };
    const draft: Partial<Draft<RichEntry>> = {};
    this.cursor.object('an entry', (key) => {
      if (key === 'id') draft.id = this.id('an entry id');
      else if (key === 'category') draft.category = this.id('a category');
      else if (key === 'date') draft.date = this.cursor.string('a date');
      else if (key === 'judges') draft.judges = this.number(`${path}.judges`);
      else if (key === 'anchor') draft.anchor = this.cursor.boolean('true or false');
      else this.cursor.value();
    });
    const { id } = draft;
    return id === undefined
      ? this.cursor.fail('the entry has no "id"', this.offsets.get(path))
      : { ...draft, id };
  }

  judge(j: number): RichJudge {
    const path = `judges.${j}`;
    this.mark(path);
    if (this.cursor.peek() !== 'object') return { id: this.id('a judge id') };
    const draft: Partial<Draft<RichJudge>> = {};
    this.cursor.object('a judge', (key) => {
      if (key === 'id') draft.id = this.id('a judge id');
      else if (key === 'capacity') draft.capacity = this.number(`${path}.capacity`);
      else if (key === 'minimum') draft.minimum = this.number(`${path}.minimum`);
      else if (key === 'dates') draft.dates = this.texts('an array of dates');
      else if (key === 'expertise') draft.expertise = this.expertise(`${path}.expertise`);
      else this.cursor.value();
    });
    const { id } = draft;
    return id === undefined
      ? this.cursor.fail('the judge has no "id"', this.offsets.get(path))
      : { ...draft, id };
  }

  row(i: number, width: number): Float64Array {
    this.mark(`affinity.${i}`);
    let row = new Float64Array(Math.max(width, 16));
    let length = 0;
    this.cursor.array('a row of affinities', () => {
      if (length === row.length) {
        const longer = new Float64Array(2 * length);
        longer.set(row);
        row = longer;
      }
      if (this.cursor.peek() === 'null') {
        this.cursor.null();
        row[length++] = Number.NaN;
      } else row[length++] = this.cursor.number('a number, or null for a conflict');
    });
    return length === row.length ? row : row.slice(0, length);
  }
}

/**
 * Reads an assignment problem: `{judgesPerEntry, load: {min, max}, entries, judges, affinity}`, rows entries, columns
 * judges, null a conflict; entries and judges are ids or objects with the richer fields of `RichProblem`. Unknown keys are
 * left alone. Throws `LocatedError` with line and column.
 */
export function readAssignmentProblem(bytes: Uint8Array): AssignmentFile {
  const reader = new Reader(bytes);
  const { cursor } = reader;
  const draft: Partial<Draft<RichProblem>> = {};
  const start = cursor.offset;
  cursor.object('an object with the assignment problem', (key) => {
    reader.mark(key);
    switch (key) {
      case 'judgesPerEntry':
      case 'seed':
      case 'connectingBudget':
      case 'mixingBudget':
        draft[key] = reader.number(key);
        break;
      case 'evenLoads':
        draft.evenLoads = cursor.boolean('true or false');
        break;
      case 'load': {
        const load: { min?: number; max?: number } = {};
        cursor.object('an object {min, max}', (bound) => {
          if (bound === 'min' || bound === 'max') load[bound] = reader.number(`load.${bound}`);
          else cursor.value();
        });
        draft.load = load;
        break;
      }
      case 'entries': {
        const entries: RichEntry[] = [];
        cursor.array('an array of entries', (i) => entries.push(reader.entry(i)));
        draft.entries = entries;
        break;
      }
      case 'judges': {
        const judges: RichJudge[] = [];
        cursor.array('an array of judges', (j) => judges.push(reader.judge(j)));
        draft.judges = judges;
        break;
      }
      case 'affinity': {
        const rows: Float64Array[] = [];
        cursor.array('an array of rows', (i) => rows.push(reader.row(i, rows[0]?.length ?? 0)));
        draft.affinity = rows;
        break;
      }
      case 'pinned':
      case 'forbidden':
      case 'conflicts':
        draft[key] = reader.pairs(key);
        break;
      default:
        cursor.value();
    }
  });
  cursor.end();
  const { judgesPerEntry, entries, judges, affinity } = draft;
  const expert = judges?.some((j) => j.expertise !== undefined);
  if (judgesPerEntry === undefined || !entries || !judges || !(affinity || expert)) {
    const lacking = ['judgesPerEntry', 'entries', 'judges', 'affinity'].filter(
      (key) => !reader.offsets.has(key),
    );
    return cursor.fail(`the problem lacks ${lacking.join(', ')}`, start);
  }
  const rich: RichProblem = { ...draft, judgesPerEntry, entries, judges };
  for (const k of rich.conflicts?.keys() ?? []) {
    const offset = reader.offsets.get(`conflicts.${k}`);
    if (offset !== undefined) reader.offsets.set(`forbidden.${(rich.forbidden?.length ?? 0) + k}`, offset);
  }
  const problem = plainProblem(rich);
  const problems = assignmentProblems(problem);
  if (problems.length > 0) {
    throw new LocatedError(
      problems.map((p) => {
        const paths = p.path.map((_, k) => p.path.slice(0, p.path.length - k).join('.'));
        const offset = paths.map((path) => reader.offsets.get(path)).find((o) => o !== undefined) ?? start;
        return {
          ...cursor.placeOf(offset),
          message: `${p.code} ${p.path.join('.')} ${JSON.stringify(p.params)}`,
        };
      }),
    );
  }
  return { problem, idOf: originalIds(reader.numeric) };
}
