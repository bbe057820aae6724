import { describe, expect, it } from 'vitest';
import { findingRows, readFindings } from './import-findings.ts';

const ANSWER = {
  previewId: 'p',
  columns: [{ key: 'name', zh: '名称', en: 'Name' }, { key: 'size' }],
  rows: 3,
  problemCount: 2,
  nextAfter: null,
  problems: [
    { row: 4, column: 'kind', code: 'CELL_NOT_IN_LIST', params: { nearest: 'x' } },
    { row: 0, column: '', code: 'COLUMN_MISSING', params: { heading: '名称' } },
  ],
  sample: [
    { row: 2, cells: { name: '甲', size: 3 } },
    { row: 3, cells: { name: null } },
  ],
};

describe('the findings of an import', () => {
  it('are read with every cell as text', () => {
    expect(readFindings(ANSWER)?.sample).toEqual([
      { row: 2, cells: { name: '甲', size: '3' } },
      { row: 3, cells: { name: '' } },
    ]);
  });

  it('name their columns in both languages; a column without headings is no column', () => {
    expect(readFindings(ANSWER)?.columns).toEqual([{ key: 'name', zh: '名称', en: 'Name' }]);
  });

  it('take plain sample rows too, counted from under the heading', () => {
    expect(readFindings({ ...ANSWER, sample: [{ name: '甲' }] })?.sample).toEqual([
      { row: 2, cells: { name: '甲' } },
    ]);
  });

  it('are nothing when the answer is something else', () => {
    for (const body of [null, 'x', {}, { previewId: 1, rows: 2 }]) expect(readFindings(body)).toBeUndefined();
  });

  it('stand at their cells in the order of the sheet, also in rows beyond the sample', () => {
    const findings = readFindings(ANSWER);
    if (!findings) throw new Error('unreadable');
    const rows = findingRows(findings);
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(rows[2]?.problems.get('kind')?.[0]?.code).toBe('CELL_NOT_IN_LIST');
  });
});
