import { describe, expect, it } from 'vitest';
import { changesByEntry } from './assignment-plan-changes.ts';

const pair = (entryId: string, judgeId: string) => ({ entryId, judgeId });

describe('what a plan changes', () => {
  it('is told by entry: who stays, who comes, who goes; untouched entries are left out', () =>
    expect(
      changesByEntry(['e2', 'e1', 'e3'], {
        pairs: [pair('e1', 'a'), pair('e1', 'b'), pair('e2', 'a'), pair('e3', 'c')],
        added: [pair('e1', 'b'), pair('e2', 'a')],
        removed: [pair('e1', 'c')],
      }),
    ).toEqual([
      { entryId: 'e2', kept: [], added: ['a'], removed: [] },
      { entryId: 'e1', kept: ['a'], added: ['b'], removed: ['c'] },
    ]));
});
