import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROBLEMS_NAMESPACE, problemText } from '#client/ui/core/problem-text.ts';
import en from './messages.en.ts';
import zh from './messages.zh-CN.ts';

describe('the sentences of the competition’s refusals', () => {
  beforeAll(() => {
    const { problems, terms } = zh;
    i18next.addResourceBundle('zh-CN', PROBLEMS_NAMESPACE, { ...problems, terms }, true, true);
  });

  it('name phases and dates as the screens do, not by their codes', () => {
    expect(problemText('COMPETITION_STATE', { state: 'REVIEW' })).toBe(
      '大赛现在处于“评审中”阶段，不能这样做',
    );
    expect(problemText('DATES_MISSING', { field: 'entriesOpenAt' })).toBe('还没有填写“征集开始时间”');
  });

  it('count rounds from one', () => {
    const params = { earlier: 'screeningCloseAt', later: 'rounds.1.opensAt' };
    expect(problemText('DATES_OUT_OF_ORDER', params)).toBe(
      '时间先后不对：初审截止时间 应早于 第 2 轮评分开始时间',
    );
  });

  it('keep a value that no table names', () => {
    expect(problemText('COMPETITION_STATE', { state: 'NEW_STATE' })).toContain('NEW_STATE');
  });

  it('have the same values in both languages', () => {
    const values = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
    for (const code of Object.keys(zh.problems) as (keyof typeof zh.problems)[]) {
      expect(values(en.problems[code]), code).toEqual(values(zh.problems[code]));
    }
  });
});
