import { criteriaProblems } from '@xinghuo/shared/competition/rubric';
import { describe, expect, it } from 'vitest';
import { criterionEdits, criterionInputs, freeCode, problemAt, problemsIn } from './criterion-drafts.ts';

const stored = {
  id: 'k1',
  code: 'NEED',
  title: '需求精准',
  titleEn: 'Need',
  description: '',
  descriptionEn: '',
  weight: '100.00',
  max: '20.00',
  step: '0.50',
  position: 1,
  bands: [
    {
      from: '0.00',
      to: '12.00',
      label: '一般',
      labelEn: 'Fair',
      text: '需求泛泛而谈',
      textEn: '',
      example: '只写“老人很孤单”',
      exampleEn: null,
    },
  ],
};

describe('criteria in the editor', () => {
  const edits = criterionEdits([stored]);

  it('go back as they came, without idle zeros and keys', () => {
    expect(criterionInputs(edits)).toEqual([
      {
        code: 'NEED',
        title: '需求精准',
        titleEn: 'Need',
        description: '',
        descriptionEn: '',
        weight: '100',
        max: '20',
        step: '0.5',
        bands: [
          {
            from: '0',
            to: '12',
            label: '一般',
            labelEn: 'Fair',
            text: '需求泛泛而谈',
            textEn: '',
            example: '只写“老人很孤单”',
            exampleEn: '',
          },
        ],
      },
    ]);
    expect(criteriaProblems(criterionInputs(edits), 'criteria')).toEqual([]);
  });

  it('get codes that are free', () => {
    const [first] = edits;
    if (!first) throw new Error('there is one');
    expect(freeCode(edits)).toBe('C2');
    expect(freeCode([first, { ...first, key: 'k2', code: 'C3' }])).toBe('C4');
  });

  it('find their problems by field and criterion', () => {
    const [first] = edits;
    if (!first) throw new Error('there is one');
    const problems = criteriaProblems(criterionInputs([{ ...first, title: '', step: '3' }]), 'criteria');
    expect(problemAt(problems, 'criteria.0.title')?.code).toBe('REQUIRED');
    expect(problemAt(problems, 'criteria.0.step')?.code).toBe('STEP_INVALID');
    expect(problemsIn(problems, 0)).toBe(2);
    expect(problemsIn(problems, 1)).toBe(0);
  });
});
