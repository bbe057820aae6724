import { describe, expect, it } from 'vitest';
import { nameRefusedRows } from './row-problems.ts';

const sentence = (name: string, why: string) => `“${name}”：${why}`;
const refused = (path: readonly string[]) => ({
  ok: false as const,
  problems: [{ code: 'REQUIRED', path, params: {} }],
  message: '请填写此项',
});

describe('refusals of a step over several rows', () => {
  it('name the row', () => {
    const outcome = nameRefusedRows(refused(['ids', '1']), ['甲项目', '乙项目'], sentence);
    expect(outcome.message).toBe('“乙项目”：请填写此项');
    const entries = nameRefusedRows(refused(['entryIds', '0']), ['甲项目'], sentence);
    expect(entries.message).toBe('“甲项目”：请填写此项');
  });

  it('stay as they are when they belong to the whole step', () => {
    expect(nameRefusedRows(refused(['notes', '0', 'text']), ['甲项目'], sentence).message).toBe('请填写此项');
  });

  it('leave a lost line alone', () => {
    const lost = { ok: false as const, problems: [], message: '网络不通' };
    expect(nameRefusedRows(lost, [], sentence)).toBe(lost);
  });

  it('are written out five at a time', () => {
    const many = {
      ...refused([]),
      problems: Array.from({ length: 8 }, (_, i) => refused(['ids', String(i)]).problems[0]).flatMap(
        (p) => p ?? [],
      ),
    };
    const lines = nameRefusedRows(
      many,
      Array.from({ length: 8 }, (_, i) => `第${i}个`),
      sentence,
    ).message.split('\n');
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('+3');
  });
});
