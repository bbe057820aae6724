import { describe, expect, it } from 'vitest';
import {
  exportAddress,
  filterInput,
  joinRange,
  type ListState,
  listPath,
  operatorOf,
  pageArguments,
  readListState,
  splitLookup,
  splitRange,
  viewOf,
  writeListState,
} from './list-state.ts';
import type { ListFilter } from './list-types.ts';

const KEYS = ['state', 'submittedAt', 'mean'];
const read = (query: string): ListState => readListState(new URLSearchParams(query), KEYS);

describe('the address of a list', () => {
  it('says nothing by default', () => {
    expect(read('')).toEqual({
      search: '',
      filters: {},
      sort: undefined,
      size: 50,
      cursor: undefined,
      page: 1,
    });
    expect(writeListState(read(''), new URLSearchParams()).toString()).toBe('');
  });

  it('is read back as it was written', () => {
    const query = 'q=%E5%8A%A9%E8%80%81&f.state=A%2CB&sort=-SCORE&size=100&after=abc&page=3';
    const state = read(query);
    expect(state.search).toBe('助老');
    expect(state.filters).toEqual({ state: 'A,B' });
    expect(state.sort).toEqual({ field: 'SCORE', direction: 'DESC' });
    expect(state.cursor).toEqual({ kind: 'after', value: 'abc' });
    expect(writeListState(state, new URLSearchParams()).toString()).toBe(query);
  });

  it('takes malformed parts for absent', () => {
    const state = read('size=37&page=-2&f.unknown=x&after=abc');
    expect(state.size).toBe(50);
    expect(state.page).toBe(1);
    expect(state.filters).toEqual({});
  });

  it('keeps what belongs to others', () => {
    const written = writeListState(
      { ...read(''), search: 'a' },
      new URLSearchParams('tab=files&q=old&before=x'),
    );
    expect(written.toString()).toBe('tab=files&q=a');
  });

  it('makes a view of filters and sorting, not of the page', () => {
    expect(viewOf(read('q=a&f.state=A&after=abc&page=2'))).toBe('q=a&f.state=A');
  });

  it('is made for links from figures', () => {
    expect(listPath('/entries', { state: ['A', 'B'], late: 'true' }, '-SCORE')).toBe(
      '/entries?f.state=A%2CB&f.late=true&sort=-SCORE',
    );
    expect(listPath('/entries', {})).toBe('/entries');
  });
});

describe('the filter that goes to the server', () => {
  const of = (filter: Partial<ListFilter>, value: string) =>
    operatorOf({ key: 'x', label: 'x', ...filter } as ListFilter, value);

  it('covers whole days in Shanghai, the last one included', () => {
    expect(of({ kind: 'dates' }, '2026-03-01..2026-03-31')).toEqual({
      gte: '2026-02-28T16:00:00.000Z',
      lt: '2026-03-31T16:00:00.000Z',
    });
    expect(of({ kind: 'dates', dateOnly: true }, '..2026-12-31')).toEqual({ lt: '2027-01-01' });
  });

  it('leaves out what cannot be used', () => {
    expect(of({ kind: 'dates' }, '2026-13-45..later')).toBeUndefined();
    expect(of({ kind: 'numbers' }, 'many..')).toBeUndefined();
    expect(of({ kind: 'flag' }, 'maybe')).toBeUndefined();
  });

  it('has the operators of each kind', () => {
    expect(of({ kind: 'choice', options: [] }, 'A,B')).toEqual({ in: ['A', 'B'] });
    expect(of({ kind: 'choice', options: [], single: true }, 'A')).toEqual({ eq: 'A' });
    expect(of({ kind: 'numbers' }, '0..5.5')).toEqual({ gte: 0, lt: 5.5 });
    expect(of({ kind: 'text' }, '队')).toEqual({ contains: '队' });
    expect(of({ kind: 'flag' }, 'false')).toEqual({ eq: false });
    expect(of({ kind: 'lookup', find: async () => [] }, 'id~名字~2')).toEqual({ eq: 'id' });
  });

  it('cannot be widened beyond the base of the page', () => {
    const filters: readonly ListFilter[] = [{ kind: 'text', key: 'state', label: '' }];
    const input = filterInput(read('f.state=B&q= a '), filters, { state: { eq: 'A' } });
    expect(input).toEqual({ search: 'a', state: { eq: 'A' } });
  });
});

describe('paging and export', () => {
  it('goes forward by first/after and back by last/before', () => {
    expect(pageArguments(read(''))).toEqual({ first: 50 });
    expect(pageArguments(read('size=20&after=c'))).toEqual({ first: 20, after: 'c' });
    expect(pageArguments(read('before=c'))).toEqual({ last: 50, before: 'c' });
  });

  it('exports the same rows in the same order', () => {
    const address = exportAddress(
      '/exports/x.xlsx',
      { a: { eq: 1 } },
      { field: 'N', direction: 'ASC' },
      'zh-CN',
    );
    const params = new URLSearchParams(address.split('?')[1]);
    expect(params.get('lang')).toBe('zh');
    expect(JSON.parse(params.get('filter') ?? '')).toEqual({ a: { eq: 1 } });
    expect(JSON.parse(params.get('sort') ?? '')).toEqual([{ field: 'N', direction: 'ASC' }]);
  });
});

describe('ranges and names in the address', () => {
  it('are split and joined', () => {
    expect(splitRange(joinRange('1', ''))).toEqual(['1', '']);
    expect(joinRange('', '')).toBe('');
    expect(splitLookup('7~甲~乙')).toEqual({ value: '7', label: '甲~乙' });
    expect(splitLookup('7')).toEqual({ value: '7', label: '7' });
  });
});
