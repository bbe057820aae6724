import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFixed } from '../scoring/ratio.ts';
import { readAssignmentProblem } from './assignment-file.ts';
import { parseCsv } from './csv-table.ts';
import { JsonCursor } from './json-cursor.ts';
import { LocatedError } from './located.ts';
import { readMarks } from './marks-file.ts';

/** UTF-8 by the other standard way, independent of the decoder under test. */
function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let i = 0; i < escaped.length; i++) {
    if (escaped[i] === '%') {
      bytes.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(escaped.charCodeAt(i));
  }
  return Uint8Array.from(bytes);
}

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof LocatedError) return error.problems.map((p) => `${p.line}:${p.column} ${p.message}`);
    throw error;
  }
  return [];
}

describe('JsonCursor', () => {
  it('reads what the platform’s parser reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const cursor = new JsonCursor(utf8(text));
        const read = cursor.value();
        cursor.end();
        expect(read).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads every number to the last bit', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer().map((n) => n / 1000),
        ),
        (value) => {
          const text = JSON.stringify(value);
          expect(new JsonCursor(utf8(text)).number('a number')).toBe(JSON.parse(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('names the place of what is no JSON', () => {
    const place = (text: string) =>
      problemsOf(() => {
        const c = new JsonCursor(utf8(text));
        c.value();
        c.end();
      })[0];
    expect(place('{"a": 1,\n "评分": x}')).toBe('2:8 no JSON value begins here');
    expect(place('[1, 2')).toBe('1:6 expected "," or "]"');
    expect(place('[01]')).toBe('1:2 not a JSON number');
    expect(place('["a]')).toBe('1:2 the string is never closed');
    expect(place('{} {}')).toBe('1:4 something follows the JSON value');
    expect(place('{"a":1,"a":2}')).toBe('1:8 the key "a" is given twice');
    expect(place('[1e999]')).toBe('1:2 the number is too large');
    expect(place('')).toBe('1:1 the text ends where a value should be');
    expect(problemsOf(() => new JsonCursor(Uint8Array.from([0x22, 0xff, 0x22])).value())).toEqual([
      '1:1 the string is not valid UTF-8',
    ]);
  });
});

describe('readAssignmentProblem', () => {
  const good =
    '{"judgesPerEntry": 1, "entries": [7, "b"],\n "judges": ["x", {"id": "y", "capacity": 1}],\n "affinity": [[1, null],\n  [0.5, 2]]}';

  it('reads plain and rich forms and keeps numeric ids', () => {
    const { problem, idOf } = readAssignmentProblem(utf8(good));
    expect(problem.entries).toEqual([{ id: '7' }, { id: 'b' }]);
    expect(problem.judges[1]).toEqual({ id: 'y', capacity: 1 });
    expect([...(problem.affinity[0] ?? [])]).toEqual([1, Number.NaN]);
    expect([idOf('7'), idOf('b')]).toEqual([7, 'b']);
  });

  it('takes expertise, conflicts and anchors for what they mean', () => {
    const { problem } = readAssignmentProblem(
      utf8(`{"judgesPerEntry": 2, "forbidden": [["a", "y"]], "conflicts": [["b", "x"]],
        "entries": [{"id": "a", "category": "care"}, {"id": "b", "category": "river", "anchor": true, "date": "2026-05-01"},
          {"id": "c", "anchor": true}],
        "judges": [{"id": "x", "expertise": {"care": 3}}, {"id": "y", "expertise": {"care": 1, "river": 2}},
          {"id": "z", "dates": ["2026-05-02"]}, "w"]}`),
    );
    expect(problem.affinity.map((row) => [...row])).toEqual([
      [3, 1, 0, 0],
      [0, 2, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(problem.forbidden).toEqual([
      ['a', 'y'],
      ['b', 'x'],
    ]);
    expect(problem.entries.map((e) => e.judges)).toEqual([undefined, 2, 4]);
    expect(Object.keys(problem.judges[0] ?? {})).toEqual(['id']);
    const added = good
      .replace('{"id": "y", ', '{"id": "y", "expertise": {"care": 4}, ')
      .replace('"b"]', '{"id": "b", "category": "care"}]');
    expect([...(readAssignmentProblem(utf8(added)).problem.affinity[1] ?? [])]).toEqual([0.5, 6]);
  });

  it('names the line and column of every kind of mistake', () => {
    const place = (from: string, to: string) =>
      problemsOf(() => readAssignmentProblem(utf8(good.replace(from, to))))[0];
    expect(place('[0.5, 2]', '[0.5]')).toMatch(/^4:3 OUT_OF_RANGE affinity\.1/);
    expect(place('null', '"no"')).toBe('3:19 expected a number, or null for a conflict, found string');
    expect(place('"b"', '7')).toMatch(/^1:38 DUPLICATE_ID entries\.1/);
    expect(place('"capacity": 1', '"capacity": 1.5')).toMatch(/^2:42 OUT_OF_RANGE judges\.1\.capacity/);
    expect(place('"judgesPerEntry": 1, ', '')).toBe('1:1 the problem lacks judgesPerEntry');
    expect(place('{"id": "y", ', '{')).toBe('2:18 the judge has no "id"');
    expect(place(']]}', ']],\n "forbidden": [["b", "x"]], "conflicts": [["b", "nobody"]]}')).toMatch(
      /^5:43 UNKNOWN_REFERENCE forbidden\.1/,
    );
    expect(place('"capacity": 1', '"expertise": {"care": "good"}')).toMatch(/^2:52 expected a number/);
    expect(place(']]}', ']], "pinned": [["b"]]}')).toBe('4:25 a pair has exactly two ids');
  });
});

describe('marks from a file', () => {
  it('splits quoted cells and counts lines inside them', () => {
    const rows = parseCsv('\uFEFFa,"b ""x""\n2",c\r\n\r\n1,,3');
    expect(rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['a', 'b "x"\n2', 'c'],
      ['1', '', '3'],
    ]);
    expect(rows[1]?.[2]).toEqual({ line: 4, column: 4, text: '3' });
    expect(problemsOf(() => parseCsv('a,"b\nc'))).toEqual(['1:3 the quote is never closed']);
    expect(problemsOf(() => parseCsv('"a"b,c'))).toEqual(['1:4 text after a closing quote']);
  });

  it('averages criteria and ignores unknown columns', () => {
    const rows = readMarks(
      'judge,entry,score,criterion,note\nj,e,8,need,x\nj,e,9,spread,y\nk,e,7,need,\nk,e,7,spread,\n',
    );
    expect(rows.map((r) => [r.judge, toFixed(r.total, 2)])).toEqual([
      ['j', '8.50'],
      ['k', '7.00'],
    ]);
  });

  it('names the line and column of every mistake at once', () => {
    expect(
      problemsOf(() =>
        readMarks('entry,judge,score,category\ne,j,abc,a\ne,k,8,b\n,j,7,a\nf,j,7,a\nf,j,6,a\n'),
      ),
    ).toEqual([
      '2:5 score "abc" is not a decimal number such as 87.5',
      '4:1 entry is empty',
      '6:1 judge "j" marks entry "f" a second time; the first is on line 5',
    ]);
    expect(problemsOf(() => readMarks('entry,score\ne,8'))).toEqual(['1:7 the column "judge" is missing']);
    expect(problemsOf(() => readMarks('entry,judge,score\ne,j'))).toEqual([
      '2:3 2 cells where the heading has 3',
    ]);
    expect(problemsOf(() => readMarks(''))).toEqual([
      '1:1 the file is empty; expected the columns entry, judge, score',
    ]);
    expect(problemsOf(() => readMarks('entry,judge,score\n'))).toEqual(['2:1 there are no marks']);
    expect(problemsOf(() => readMarks('entry,judge,score,category\ne,j,8,a\ne,k,8,b'))).toEqual([
      '3:7 entry "e" is in category "a" on line 2',
    ]);
    expect(problemsOf(() => readMarks('entry,judge,score,criterion\ne,j,8,a\ne,j,8,b\ne,k,8,b'))).toEqual([
      '4:1 the sheet of judge "k" for entry "e" lacks the criterion "a"',
    ]);
  });
});
