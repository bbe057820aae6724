import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryNumber, entryNumberPrefix } from './category.ts';
import { type CriterionDraft, criteriaProblems, hundredths, weightSumProblem } from './rubric.ts';

const criterion = (changes: Partial<CriterionDraft> = {}): CriterionDraft => ({
  code: 'NEED',
  title: '有需求',
  titleEn: '',
  description: '',
  descriptionEn: '',
  weight: '100',
  max: '10.0',
  step: '0.5',
  bands: [],
  ...changes,
});
const band = (from: string, to: string) => ({
  from,
  to,
  label: '良好',
  labelEn: '',
  text: '有依据',
  textEn: '',
});
const found = (...criteria: CriterionDraft[]): string[] =>
  criteriaProblems(criteria, 'criteria').map(({ code, path }) => `${code} ${path.join('.')}`);

describe('criteria', () => {
  it('are right when codes differ, weights sum to 100 and bands ascend within the scale', () => {
    expect(
      found(
        criterion({ weight: '60', bands: [band('0', '4.5'), band('5', '10')] }),
        criterion({ code: 'IDEA', weight: '40' }),
      ),
    ).toEqual([]);
  });

  it('are refused without any, with the same code twice, and with weights that do not sum to 100', () => {
    expect(found()).toEqual(['REQUIRED criteria']);
    expect(found(criterion({ weight: '50' }), criterion({ weight: '49.99' }))).toEqual([
      'DUPLICATE criteria.1.code',
      'WEIGHTS_NOT_100 criteria',
    ]);
  });

  it('are refused with a step that misses the highest mark, and with bands that overlap or leave the scale', () => {
    expect(found(criterion({ max: '10', step: '3' }))).toEqual(['STEP_INVALID criteria.0.step']);
    expect(found(criterion({ step: '0' }))).toEqual(['STEP_INVALID criteria.0.step']);
    expect(found(criterion({ bands: [band('0', '5'), band('5', '10')] }))).toEqual([
      'BANDS_INVALID criteria.0.bands.1',
    ]);
    expect(found(criterion({ bands: [band('0', '10.5')] }))).toEqual(['BANDS_INVALID criteria.0.bands.0']);
  });
});

describe('weights', () => {
  it('sum exactly: a part split by hundredths in any way sums to 100, and a hundredth more or less does not', () => {
    const text = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 10 }),
        fc.constantFrom(-1, 0, 1),
        (parts, off) => {
          const rest = 10_000 - parts.reduce((sum, n) => sum + n, 0) + off;
          const problem = weightSumProblem([...parts, rest].map(text), 'weights');
          expect(problem === null).toBe(off === 0);
        },
      ),
    );
  });

  it('are decimals with at most two places', () => {
    expect(hundredths('12.5')).toBe(1250);
    for (const text of ['1.234', '-5', '1e2', '', ' 5', '1000']) expect(hundredths(text)).toBeNull();
  });
});

describe('the number of an entry', () => {
  it('names edition, category and place', () => {
    expect(entryNumber(2026, 'EMERGENCY', 12)).toBe('2026-应急-012');
    expect(entryNumber(2026, 'HEALTH', 1234)).toBe('2026-健康-1234');
    expect(entryNumber(2027, 'LIVELIHOOD', 1).startsWith(entryNumberPrefix(2027, 'LIVELIHOOD'))).toBe(true);
  });
});
