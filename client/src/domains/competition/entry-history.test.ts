import { describe, expect, it } from 'vitest';
import { entryHistory } from './entry-history.ts';

const note = (id: string, createdAt: string, field: string) => ({
  id,
  createdAt,
  field,
  text: `请修改${field}`,
  authorName: '市级协调员',
  resolved: false,
});
const revision = (number: number, submittedAt: string) => ({
  id: `r${number}`,
  number,
  submittedAt,
  submittedByName: '队伍负责人',
  content: {},
});
const entry = {
  id: 'e1',
  createdAt: '2026-03-01T00:00:00.000Z',
  revisions: [revision(1, '2026-03-05T00:00:00.000Z'), revision(2, '2026-03-12T00:00:00.000Z')],
  screeningNotes: [
    note('n1', '2026-03-08T00:00:00.000Z', 'need'),
    note('n2', '2026-03-08T00:00:00.000Z', 'budget'),
  ],
  competition: {
    extensions: [
      {
        id: 'x1',
        entryId: 'e1',
        until: '2026-03-15T00:00:00.000Z',
        reason: '材料寄送延误',
        createdAt: '2026-03-09T00:00:00.000Z',
        createdByName: '市级协调员',
      },
      {
        id: 'x2',
        entryId: 'another',
        until: '2026-03-20T00:00:00.000Z',
        reason: '另一个项目',
        createdAt: '2026-03-10T00:00:00.000Z',
        createdByName: null,
      },
    ],
  },
};

describe('the history of an entry', () => {
  const items = entryHistory(entry);

  it('tells what happened, newest first', () => {
    expect(items.map(({ kind }) => kind)).toEqual([
      'submitted',
      'extended',
      'returned',
      'submitted',
      'created',
    ]);
  });

  it('takes the notes of one moment as one return', () => {
    expect(items.find(({ kind }) => kind === 'returned')).toMatchObject({
      notes: [{ field: 'need' }, { field: 'budget' }],
    });
  });

  it('leaves extensions of other entries out', () => {
    expect(items.filter(({ kind }) => kind === 'extended')).toHaveLength(1);
  });
});
