import { describe, expect, it } from 'vitest';
import { ENTRY_ORDER, entryListArguments, entryPath, placeOf } from './entry-list.ts';

describe('the place of an entry in its list', () => {
  it('survives the way through the address', () => {
    const place = { list: 'q=助老&f.state=SUBMITTED&sort=-TITLE', cursor: 'WyIyMDI2IiwiMSJd' };
    const address = new URL(entryPath('e1', place, 'screening'), 'http://localhost');
    expect(address.pathname).toBe('/entries/e1');
    expect(address.searchParams.get('tab')).toBe('screening');
    expect(placeOf(address.searchParams)).toEqual(place);
  });

  it('is absent when the entry was opened from elsewhere', () => {
    expect(entryPath('e1', null)).toBe('/entries/e1');
    expect(placeOf(new URLSearchParams('tab=files'))).toBeNull();
  });
});

describe('the list behind an entry', () => {
  it('has the filters, words and order of the table', () => {
    const list = 'q=助老&f.state=SUBMITTED,RETURNED&f.categoryCode=HEALTH&sort=-TITLE&page=3&after=x';
    expect(entryListArguments(list, 'c1')).toEqual({
      filter: {
        search: '助老',
        state: { in: ['SUBMITTED', 'RETURNED'] },
        categoryCode: { in: ['HEALTH'] },
        competition: { eq: 'c1' },
      },
      sort: [{ field: 'TITLE', direction: 'DESC' }],
    });
  });

  it('falls back to the table’s own order', () => {
    expect(entryListArguments('sort=NONSENSE', null)).toEqual({ filter: {}, sort: [ENTRY_ORDER] });
  });
});
