import { describe, expect, it } from 'vitest';
import { fieldOf, placeProblems } from './problem-fields.ts';

const problem = (path: readonly string[], code = 'REQUIRED') => ({ code, path, params: {} });

describe('problems in a form', () => {
  it('find their field by path', () => {
    expect(fieldOf(['input', 'marks', '3', 'value'])).toEqual(['marks', 3, 'value']);
    expect(fieldOf(['title'])).toEqual(['title']);
  });

  it('stand in the order of the form, whatever the order of the answer', () => {
    const placed = placeProblems(
      [problem(['input', 'need']), problem(['input', 'title'])],
      [['title'], ['need']],
    );
    expect(placed.fields.map(({ name }) => name)).toEqual([['title'], ['need']]);
    expect(placed.rest).toEqual([]);
  });

  it('fall on the nearest field around them', () => {
    const placed = placeProblems([problem(['input', 'plan', '2', 'cost'])], [['plan']]);
    expect(placed.fields).toEqual([{ name: ['plan'], errors: ['请填写此项'] }]);
  });

  it('stand above the form when no field fits', () => {
    const stale = problem([], 'STALE_VERSION');
    const elsewhere = problem(['input', 'version']);
    expect(placeProblems([stale, elsewhere], [['title']]).rest).toEqual([stale, elsewhere]);
  });

  it('gather at one field', () => {
    const placed = placeProblems([problem(['title']), problem(['title'], 'DUPLICATE')], [['title']]);
    expect(placed.fields[0]?.errors).toEqual(['请填写此项', '同样的内容填了两次']);
  });
});
