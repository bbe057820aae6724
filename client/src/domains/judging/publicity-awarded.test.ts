import { describe, expect, it } from 'vitest';
import { awardedRows, type PublicRow } from './publicity-awarded.ts';

const row = (id: string, category: string, award: string | null): PublicRow => ({
  id,
  category: { id: category },
  award: award === null ? null : { id: award },
  entry: { number: id },
});

describe('what the public sees', () => {
  it('holds awarded rows only, by award, category and number; awards nobody got are left out', () => {
    const rows = [row('3', 'm', 'gold'), row('2', 'h', 'gold'), row('1', 'h', 'silver'), row('0', 'h', null)];
    expect(
      awardedRows(rows, ['gold', 'silver', 'bronze'], ['h', 'm']).map((group) => [
        group.award,
        group.rows.map(({ id }) => id),
      ]),
    ).toEqual([
      ['gold', ['2', '3']],
      ['silver', ['1']],
    ]);
  });
});
