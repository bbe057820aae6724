import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { projectSheet } from './sample-sheet.ts';
import type { RowOf } from './sheet-definition.ts';
import { type WrittenCell, writeWorkbook } from './xlsx-writer.ts';

const HEADINGS = '编号,项目名称,类别,参与方,人数,预算（元）,开始日期,启动时间,已投保,联系邮箱';

function csv(...lines: string[]) {
  return projectSheet.parse(Buffer.from([HEADINGS, ...lines].join('\r\n')), 'csv');
}

async function workbook(...rows: WrittenCell[][]): Promise<Buffer> {
  const out = new PassThrough();
  const sheet = { name: '数据', widths: [10], rows };
  const [bytes] = await Promise.all([buffer(out), writeWorkbook(out, [sheet])]);
  return bytes;
}

const headingRow = HEADINGS.split(',').map((text): WrittenCell => ({ text }));

describe('a good file', () => {
  const expected: RowOf<typeof projectSheet> = {
    number: '007',
    title: '社区消防课堂',
    category: 'EMERGENCY',
    parties: ['ORGANISATION', 'GOVERNMENT'],
    members: 1200 / 10,
    budget: '12345.6',
    start: '2026-03-01',
    opened: '2026-03-01T01:30:00.000Z',
    insured: true,
    mail: 'a@example.org',
  };

  it('is understood from CSV as people type it', async () => {
    const sheet = await csv(
      '007, 社区消防课堂 ,应急 救援,公益组织、01,１２０,"12,345.60",2026年3月1日,2026/3/1 9:30,√,a@example.org',
    );
    expect(sheet.problems).toEqual([]);
    expect(sheet.ok).toBe(true);
    expect(sheet.rows).toHaveLength(1);
    expect(sheet.rows[0]).toMatchObject({ row: 2, values: expected });
    expect(sheet.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is understood from a workbook with typed cells', async () => {
    const bytes = await workbook(headingRow, [
      { text: '007' },
      { text: '社区消防课堂' },
      { text: 'emergency RESCUE' },
      { text: '13；机关单位' },
      { number: 120, places: 0 },
      { number: '12345.600000000000001', places: 2 },
      { wall: '2026-03-01' },
      { wall: '2026-03-01 09:30:00' },
      { text: '是' },
      { text: 'a@example.org' },
    ]);
    const sheet = await projectSheet.parse(bytes, 'xlsx');
    expect(sheet.problems).toEqual([]);
    expect(sheet.rows[0]?.values).toEqual(expected);
  });

  it('leaves optional cells null and ignores blank rows and a title above the headings', async () => {
    const text = ['2026 年度汇总,,', '', HEADINGS, ',,,,,,,,,', 'A1,甲,文化教育,,3,,,,,', '', ''].join('\n');
    const sheet = await projectSheet.parse(Buffer.from(text), 'csv');
    expect(sheet.problems).toEqual([]);
    expect(sheet.rows).toHaveLength(1);
    expect(sheet.rows[0]).toMatchObject({ row: 5, values: { budget: null, start: null, insured: null } });
  });

  it('is read in the encodings that spreadsheet programs write', async () => {
    // 编号,项目名称,类别,人数 / A1,星火,文化教育,3 in GB18030
    const gb = Buffer.from(
      'b1e0bac52ccfeec4bfc3fbb3c62cc0e0b1f02cc8cbcafd0d0a41312cd0c7bbf02ccec4bbafbdccd3fd2c330d0a',
      'hex',
    );
    const plain = '编号,项目名称,类别,人数\r\nA1,星火,文化教育,3\r\n';
    const files = [
      gb,
      Buffer.from(plain),
      Buffer.from(`\ufeff${plain}`),
      Buffer.from(`\ufeff${plain.replaceAll(',', '\t')}`, 'utf16le'),
      Buffer.from(plain.replaceAll(',', ';')),
    ];
    for (const bytes of files) {
      const sheet = await projectSheet.parse(Readable.from([bytes.subarray(0, 9), bytes.subarray(9)]), 'csv');
      expect(sheet.problems).toEqual([]);
      expect(sheet.rows[0]?.values).toMatchObject({
        number: 'A1',
        title: '星火',
        category: 'CULTURE',
        members: 3,
      });
    }
  });

  it('has the same digest only when every byte is the same', async () => {
    const [one, same, other] = await Promise.all([
      csv('A1,甲,文化教育'),
      csv('A1,甲,文化教育'),
      csv('A1,乙,文化教育'),
    ]);
    expect(same?.digest).toBe(one?.digest);
    expect(other?.digest).not.toBe(one?.digest);
  });
});

describe('problems', () => {
  it('are located by row and column, all of a row at once', async () => {
    const long = '长'.repeat(41);
    const sheet = await csv(
      `A1,${long},生态环境,公司,零,1.005,2026-02-30,明天,也许,nobody`,
      'A1,乙,文化教育,,0,-1,2023-12-31,,,',
      ',丙,,,9,,,,,=1+1',
    );
    const found = sheet.problems.map(({ row, column, code }) => `${row} ${column} ${code}`);
    expect(found).toEqual([
      '2 title CELL_TOO_LONG',
      '2 category CELL_NOT_IN_LIST',
      '2 parties CELL_NOT_IN_LIST',
      '2 members CELL_NOT_A_NUMBER',
      '2 budget CELL_NOT_A_NUMBER',
      '2 start CELL_NOT_A_DATE',
      '2 opened CELL_NOT_A_DATE',
      '2 insured CELL_NOT_IN_LIST',
      '2 mail CELL_NOT_A_MAIL',
      '3 members CELL_OUT_OF_RANGE',
      '3 budget CELL_OUT_OF_RANGE',
      '3 start CELL_OUT_OF_RANGE',
      '3 number ROW_DUPLICATE_KEY',
      '4 number CELL_REQUIRED',
      '4 category CELL_REQUIRED',
      '4 mail CELL_FORMULA',
    ]);
    expect(sheet.problems[0]?.params).toEqual({ max: 40, length: 41 });
    expect(sheet.problems[1]?.params).toEqual({ nearest: '生态环保' });
    expect(sheet.problems[12]?.params).toEqual({ firstRow: 2 });
    expect(sheet.rows.map(({ values }) => values)).toEqual([null, null, null]);
    expect(sheet.rows[0]?.cells).toMatchObject({ category: '生态环境', members: '零' });
    expect(sheet.ok).toBe(false);
  });

  it('name missing, unknown, doubled and nameless columns', async () => {
    const text = '编号,项目名陈,类别,类别,人数,\nA1,甲,文化教育,文化教育,3,备注在此';
    const sheet = await projectSheet.parse(Buffer.from(text), 'csv');
    expect(sheet.problems).toEqual([
      {
        row: 1,
        column: null,
        code: 'COLUMN_UNKNOWN',
        params: { at: 'B', heading: '项目名陈', nearest: '项目名称' },
      },
      { row: 1, column: 'category', code: 'COLUMN_TWICE', params: { at: 'D' } },
      { row: 1, column: 'title', code: 'COLUMN_MISSING', params: { heading: '项目名称' } },
      { row: 2, column: null, code: 'COLUMN_UNKNOWN', params: { at: 'F', heading: '', nearest: null } },
    ]);
  });

  it('are counted beyond those that are listed', async () => {
    const sheet = await csv(...Array.from({ length: 800 }, (_, index) => `A${index},,生态环境,,1`));
    expect(sheet.problems).toHaveLength(500);
    expect(sheet.problemCount).toBe(1600);
    expect(sheet.problemCounts).toEqual({ CELL_REQUIRED: 800, CELL_NOT_IN_LIST: 800 });
    expect(sheet.rows).toHaveLength(800);
  });

  it('of 20,000 bad rows are found without holding up everyone else', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `A${i % 19_000},${'长'.repeat(50)},生态环境${i % 50},公司,零,1.005,,,,x`,
    );
    const start = performance.now();
    const before = process.memoryUsage().rss;
    const sheet = await csv(...rows);
    const [took, grew] = [performance.now() - start, process.memoryUsage().rss - before];
    console.log(`20,000 bad rows: ${Math.round(took)} ms, ${Math.round(grew / 2 ** 20)} MiB more memory`);
    expect(sheet.rows).toHaveLength(20_000);
    expect(sheet.problemCounts).toMatchObject({ CELL_TOO_LONG: 20_000, ROW_DUPLICATE_KEY: 1000 });
  });

  it('say that nothing is there', async () => {
    expect((await csv()).problems).toEqual([{ row: 0, column: null, code: 'SHEET_EMPTY', params: {} }]);
    expect((await projectSheet.parse(Buffer.alloc(0), 'csv')).problemCounts).toEqual({ SHEET_EMPTY: 1 });
  });
});

describe('limits', () => {
  it('hold for bytes, rows, columns and cells', async () => {
    const lines = Buffer.from([HEADINGS, 'A1,甲,文化教育,,1', 'A2,甲,文化教育,,1'].join('\n'));
    const paramsOf = async (limits: Parameters<typeof projectSheet.parse>[2]) =>
      (await projectSheet.parse(lines, 'csv', limits)).problems.filter(({ row }) => row === 0);
    const tooLarge = (limit: string, max: number) => [
      { row: 0, column: null, code: 'SHEET_TOO_LARGE', params: { limit, max } },
    ];
    expect(await paramsOf({ maxBytes: 50 })).toEqual(tooLarge('bytes', 50));
    expect(await paramsOf({ maxRows: 2 })).toEqual(tooLarge('rows', 1));
    expect(await paramsOf({ maxColumns: 3 })).toEqual(tooLarge('columns', 3));
    expect(await paramsOf({ maxCellLength: 4 })).toEqual(tooLarge('cell', 4));
    expect(await paramsOf({ maxRows: 3 })).toEqual([]);
    const large = await projectSheet.parse(Readable.from([lines, lines]), 'csv', { maxBytes: 300 });
    expect(large).toMatchObject({ digest: null, ok: false });
  });

  it('keep the rows read before a limit for the preview', async () => {
    const sheet = await projectSheet.parse(Buffer.from(`${HEADINGS}\nA1,甲,文化教育,,1\nA2,乙`), 'csv', {
      maxRows: 2,
    });
    expect(sheet.ok).toBe(false);
  });
});
