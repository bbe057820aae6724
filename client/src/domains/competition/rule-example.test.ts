import { RULE_KINDS, ruleOf } from '@xinghuo/shared/judging/scoring/rules';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { describe, expect, it } from 'vitest';
import { readRule, ruleExample } from './rule-example.ts';

const scores = (rule: Parameters<typeof ruleExample>[0]) => ruleExample(rule)?.map(({ score }) => score);

describe('the worked example of a rule', () => {
  it('averages by hand what the mean averages', () => {
    // Entry A: (88 + 76 + 90 + 95 + 86) / 5 = 87.
    expect(scores(ruleOf('MEAN'))?.[0]).toBe('87.00');
  });

  it('drops the highest and the lowest, and says which', () => {
    // Entry A without 95 and 76: (88 + 90 + 86) / 3 = 88.
    const row = ruleExample(ruleOf('TRIMMED_MEAN'))?.[0];
    expect(row?.score).toBe('88.00');
    expect(row?.marks.filter(({ counted }) => !counted).map(({ mark }) => mark)).toEqual([76, 95]);
  });

  it('takes the middle one for the median', () => {
    expect(scores(ruleOf('MEDIAN', { decimals: 0 }))).toEqual(['88', '84', '79', '91']);
  });

  it('can be computed under every rule, each entry with a place', () => {
    for (const kind of valuesOf(RULE_KINDS)) {
      const rows = ruleExample(ruleOf(kind));
      expect(rows?.map(({ rank }) => rank).toSorted()).toEqual([1, 2, 3, 4]);
    }
  });

  it('is not computed while a number is out of range', () => {
    expect(ruleExample(ruleOf('MEAN', { decimals: 11 }))).toBeNull();
  });
});

describe('the rule an edition keeps', () => {
  it('is read as it was stored, and nothing else is taken for one', () => {
    const rule = ruleOf('TRIMMED_MEAN', { dropHigh: 2 });
    expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
    expect(readRule(null)).toBeNull();
    expect(readRule({ kind: 7 })).toBeNull();
  });
});
