import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { ZipReader } from '../files/index.ts';
import { zipBytes } from '../files/sample-bytes.ts';
import { defaultSheetLimits, type RawRow } from './raw-cell.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { projectSheet } from './sample-sheet.ts';
import { type OutputSheet, writeCsv, writeSheet } from './write-sheet.ts';

async function written<Row>(sheet: OutputSheet<Row>, write = writeSheet): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), write(out, sheet)]);
  return bytes;
}

async function rowsOf(rows: AsyncIterable<RawRow>): Promise<RawRow[]> {
  const all: RawRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const texts = (rows: readonly string[]): OutputSheet<string> => ({
  sheetName: '导出',
  columns: [{ heading: '内容', type: 'text', value: (row) => row }],
  rows,
});

/** Whatever people and machines may have put into a text, half surrogates and control characters excepted. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({
      unit: fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ';',
        '\t',
        '\r',
        '\n',
        ' ',
        '＝',
        '星',
        '_x0041_',
        '&',
        '<',
      ),
      minLength: 1,
    }),
  )
  .filter((text) => text.isWellFormed() && !text.includes('\0'));

describe('text through a file and back', () => {
  it('is unchanged in a workbook, also as another reader sees it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (rows) => {
        const bytes = await written(texts(rows));
        const read = await rowsOf(readXlsx(bytes, defaultSheetLimits));
        expect(read.slice(1).map(({ cells }) => cells[0])).toEqual(
          rows.map((text) => ({ type: 'text', text })),
        );
      }),
      { numRuns: 60 },
    );
    const plain = ['=1+1', '  两端空格  ', '第一行\n第二行', '𬭊 & <b>'];
    const other = await readSheet(await written(texts(plain)), { trim: false });
    expect(other).toEqual([['内容'], ...plain.map((text) => [text])]);
  });

  it('is unchanged in CSV, where nothing begins like a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (rows) => {
        const bytes = await written(texts(rows), writeCsv);
        expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
        const read = await rowsOf(readCsv(bytes, defaultSheetLimits));
        expect(read.slice(1).map(({ cells }) => cells[0])).toEqual(
          rows.map((text) => ({ type: 'text', text })),
        );
      }),
      { numRuns: 60 },
    );
    const dangerous = ['=HYPERLINK("http://example.org")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'];
    const lines = (await written(texts(dangerous), writeCsv)).toString().split('\r\n').slice(1, -1);
    for (const line of lines) expect(line).toMatch(/^"?'/);
  });
});

describe('a written workbook', () => {
  const sheet: OutputSheet<{ at: Date; score: string; day: string; passed: boolean | null }> = {
    sheetName: '成绩/2026',
    columns: [
      { heading: '时间', type: 'instant', value: (row) => row.at },
      { heading: '得分', type: 'number', places: 2, value: (row) => row.score },
      { heading: '日期', type: 'day', value: (row) => row.day },
      { heading: '入围', type: 'yesNo', value: (row) => row.passed },
    ],
    rows: [{ at: new Date('2026-11-24T01:30:00Z'), score: '87.35', day: '2026-02-28', passed: null }],
  };

  it('types numbers and dates in Chinese time, freezes the heading, and is the same for the same rows', async () => {
    const bytes = await written(sheet);
    expect(bytes.equals(await written(sheet))).toBe(true);
    const [, row] = await rowsOf(readXlsx(bytes, defaultSheetLimits));
    expect(row?.cells).toEqual([
      { type: 'instant', text: '2026-11-24 09:30:00' },
      { type: 'number', text: '87.35' },
      { type: 'day', text: '2026-02-28' },
    ]);
    const [, other] = await readSheet(bytes);
    expect(other).toEqual([new Date('2026-11-24T09:30:00Z'), 87.35, new Date('2026-02-28T00:00:00Z'), null]);
    const zip = await ZipReader.open(bytes, { maxEntries: 20, maxTotalBytes: 1e6, maxRatio: 100 });
    expect(await zip.text('xl/worksheets/sheet1.xml', 1e6)).toContain('state="frozen"');
    expect(await zip.text('xl/workbook.xml', 1e6)).toContain('name="成绩 2026"');
    zip.close();
  });

  it('gives up cleanly when the rows fail or the reader goes away', async () => {
    async function* failing() {
      yield '一';
      throw new Error('the database went away');
    }
    const out = new PassThrough();
    out.resume();
    await expect(writeSheet(out, { ...texts([]), rows: failing() })).rejects.toThrow(
      'the database went away',
    );
    expect(out.destroyed).toBe(true);

    let ended = false;
    async function* endless() {
      try {
        for (let row = 0; ; row += 1) yield `${Math.random()} ${row}`.repeat(20);
      } finally {
        ended = true;
      }
    }
    let taken = 0;
    const gone = new Writable({
      write(chunk, _encoding, done) {
        taken += chunk.length;
        done(taken > 100_000 ? new Error('connection closed') : null);
      },
    });
    await expect(writeSheet(gone, { ...texts([]), rows: endless() })).rejects.toThrow('connection closed');
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe(true);
  });
});

describe('the template', () => {
  it.each(['zh', 'en'] as const)(
    'in %s imports as it is: headings known, example skipped',
    async (locale) => {
      const bytes = await projectSheet.template(locale);
      const sheet = await projectSheet.parse(bytes, 'xlsx');
      expect(sheet.columns).toEqual(projectSheet.definition.columns.map(({ key }) => key));
      expect(sheet.problems).toEqual([{ row: 0, column: null, code: 'SHEET_EMPTY', params: {} }]);
    },
  );

  it('shows an example that is itself valid', async () => {
    const [headings, example] = await rowsOf(readXlsx(await projectSheet.template('zh'), defaultSheetLimits));
    const line = (row: RawRow | undefined) => row?.cells.map((cell) => `"${cell?.text}"`).join(',');
    const changed = line(example)?.replace('XM-001', 'XM-002');
    const sheet = await projectSheet.parse(Buffer.from(`${line(headings)}\n${changed}`), 'csv');
    expect(sheet.problems).toEqual([]);
    expect(sheet.rows).toHaveLength(1);
  });
});

describe('workbooks made elsewhere', () => {
  const sheetXml = (rows: string) =>
    `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
  const book = (rows: string, extra: Record<string, string | Buffer> = {}) =>
    zipBytes({
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="a" state="hidden" r:id="r9"/><sheet name="b" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="/xl/worksheets/data.xml"/></Relationships>',
      'xl/worksheets/data.xml': sheetXml(rows),
      ...extra,
    });

  it('are read with shared texts, formulas, errors, booleans, dates, gaps and prefixes', async () => {
    const bytes = await book(
      '<x:row r="3"><x:c r="A3" t="s"><x:v>0</x:v></x:c><x:c r="C3"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="D3" t="e"><x:v>#N/A</x:v></x:c><x:c r="E3" t="b"><x:v>1</x:v></x:c><x:c r="F3" s="1"><x:v>46082.395833333336</x:v></x:c><x:c r="G3"><x:v>8.6999999999999993</x:v></x:c></x:row><x:row r="4"/>',
      {
        'xl/sharedStrings.xml':
          '<sst><si><r><t>富</t></r><rPh sb="0" eb="1"><t>fu</t></rPh><r><t>文本_x005F_x0041_</t></r></si></sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>',
      },
    );
    expect(await rowsOf(readXlsx(bytes, defaultSheetLimits))).toEqual([
      {
        row: 3,
        cells: [
          { type: 'text', text: '富文本_x0041_' },
          undefined,
          { type: 'formula', text: '2' },
          { type: 'error', text: '#N/A' },
          { type: 'boolean', text: 'true' },
          { type: 'instant', text: '2026-03-01 09:30:00' },
          { type: 'number', text: '8.7' },
        ],
      },
    ]);
  });

  const failure = async (bytes: Buffer) => {
    const { problems } = await projectSheet.parse(bytes, 'xlsx');
    return problems.map(({ code, params }) => [code, params.reason ?? params.limit]);
  };

  it('are refused when they are bombs, before anything is unpacked', async () => {
    const zeros = Buffer.alloc(5_000_000, 0x20);
    expect(await failure(await book('', { 'xl/padding.xml': zeros }))).toEqual([
      ['SHEET_TOO_LARGE', 'unpacked'],
    ]);
    // The same bomb with a directory that lies about its size: 5,000,000 becomes 5,000.
    const lying = await book('', { 'xl/sharedStrings.xml': zeros });
    const entry = lying.lastIndexOf(Buffer.from('504b0102', 'hex'));
    for (let at = lying.indexOf(Buffer.from('504b0102', 'hex')); at >= 0 && at <= entry; ) {
      if (lying.readUInt32LE(at + 24) === zeros.length) lying.writeUInt32LE(5000, at + 24);
      at = lying.indexOf(Buffer.from('504b0102', 'hex'), at + 4);
    }
    expect(await failure(lying)).toEqual([['SHEET_UNREADABLE', 'DAMAGED']]);
  });

  it('are refused with a reason when they are something else', async () => {
    expect(await failure(Buffer.from('编号,项目名称'))).toEqual([['SHEET_UNREADABLE', 'TRUNCATED']]);
    expect(await failure(await zipBytes({ 'a.txt': 'x' }))).toEqual([['SHEET_UNREADABLE', 'NOT_A_WORKBOOK']]);
    expect(await failure(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual([['SHEET_UNREADABLE', 'EXCEL_97']]);
    const entity =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x:row r="1"><x:c r="A1" t="str"><x:v>&b;</x:v></x:c></x:row>';
    expect(await failure(await book(entity))).toEqual([['SHEET_UNREADABLE', 'DAMAGED']]);
    const binary = await projectSheet.parse(Buffer.from([0, 1, 2, 3, 0, 255]), 'csv');
    expect(binary.problems[0]).toMatchObject({ code: 'SHEET_UNREADABLE', params: { reason: 'NOT_TEXT' } });
  });

  it('are answered, never thrown at, wherever a byte is wrong', async () => {
    const whole = await projectSheet.template('zh');
    const damage = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.integer({ min: 0, max: whole.length }), async (changes, length) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        for (const broken of [bytes, whole.subarray(0, length)]) {
          const sheet = await projectSheet.parse(broken, 'xlsx');
          expect(sheet.ok).toBe(false); // a template alone holds no row to import
          await projectSheet.parse(broken, 'csv');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('end at the limit of rows', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `<x:row><x:c t="str"><x:v>${i}</x:v></x:c></x:row>`,
    ).join('');
    const read = rowsOf(readXlsx(await book(rows), { ...defaultSheetLimits, maxRows: 29 }));
    await expect(read).rejects.toMatchObject({ code: 'SHEET_TOO_LARGE', params: { limit: 'rows', max: 28 } });
  });
});
