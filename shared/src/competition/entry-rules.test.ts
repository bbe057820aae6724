import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryContent } from './entry.ts';
import {
  budgetTotal,
  ENTRY_LISTS,
  ENTRY_TEXTS,
  entryFieldProblems,
  PHONE,
  submissionProblems,
} from './entry-rules.ts';

const of = (text: string, length: number): string => text.repeat(length).slice(0, length);
const complete: EntryContent = {
  title: '钢城青年说',
  titleEn: '',
  summary: of('十分钟的班组话。', ENTRY_TEXTS.summary.min),
  summaryEn: '',
  need: of('工人想当面问。', ENTRY_TEXTS.need.min),
  activities: of('跟班走访改稿。', ENTRY_TEXTS.activities.min),
  innovation: of('作者里有工人。', ENTRY_TEXTS.innovation.min),
  replicability: of('两名讲师就能开张。', ENTRY_TEXTS.replicability.min),
  results: of('讲了九十三场。', ENTRY_TEXTS.results.min),
  plan: Array.from({ length: ENTRY_LISTS.plan.min }, (_, i) => ({ when: `2026-1${i}`, what: '走访与选题' })),
  budget: [{ item: '讲师交通', amount: '8600' }],
  beneficiaries: ['PUBLIC'],
  contactName: '段望升',
  contactPhone: '0555-1100207',
};
const found = (content: EntryContent, plans = 1): string[] =>
  submissionProblems(content, plans).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('what submission asks for', () => {
  it('is met by an entry that is exactly long enough everywhere', () => {
    expect(found(complete)).toEqual([]);
  });

  it('tells an empty field from a short one', () => {
    expect(found({ ...complete, need: ' ', results: '讲了' })).toEqual([
      'REQUIRED need',
      'TOO_SHORT results',
    ]);
    expect(found({ ...complete, plan: [], budget: [], beneficiaries: [] })).toEqual([
      'REQUIRED plan',
      'REQUIRED budget',
      'REQUIRED beneficiaries',
    ]);
    expect(found({ ...complete, plan: complete.plan.slice(1) })).toEqual(['TOO_SHORT plan']);
  });

  it('asks for an attached plan, not for English', () => {
    expect(found(complete, 0)).toEqual(['PLAN_MISSING attachments']);
    expect(found({ ...complete, titleEn: '', summaryEn: '' })).toEqual([]);
  });

  it('counts characters as people do', () => {
    expect(found({ ...complete, title: of('𠮷', 60) })).toEqual([]);
    expect(found({ ...complete, title: of('长', 61) })).toEqual(['TOO_LONG title']);
  });
});

describe('what is wrong whatever the state', () => {
  it('looks only at the fields that were given', () => {
    expect(entryFieldProblems({})).toEqual([]);
    expect(
      entryFieldProblems({ plan: [{ when: '明年', what: '' }] }).map(({ path }) => path.join('.')),
    ).toEqual(['plan.0.when', 'plan.0.what']);
  });

  it('takes mobile and landline numbers', () => {
    for (const number of ['0555-1100207', '13812345678', '+86 138 1234 5678', '021-61234567'])
      expect(PHONE.test(number)).toBe(true);
    for (const number of ['打给我', '12', '0555-', 'a'.repeat(30), '1'.repeat(60)])
      expect(PHONE.test(number)).toBe(false);
  });
});

describe('the sum of a budget', () => {
  it('is exact where binary floats are not', () => {
    expect(
      budgetTotal([
        { item: 'a', amount: '0.1' },
        { item: 'b', amount: '0.2' },
      ]),
    ).toBe('0.30');
    expect(budgetTotal([])).toBe('0.00');
  });

  it('equals the sum in fen for any amounts, and leaves out what is no amount', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99_999_999_999 }), { maxLength: 40 }), (fen) => {
        const lines = fen.map((n) => ({
          item: 'x',
          amount: `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`,
        }));
        const total = fen.reduce((sum, n) => sum + BigInt(n), 0n);
        expect(budgetTotal([...lines, { item: 'y', amount: 'much' }])).toBe(
          `${total / 100n}.${String(total % 100n).padStart(2, '0')}`,
        );
      }),
    );
  });
});
