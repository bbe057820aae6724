import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import en from './messages.en.ts';
import zh from './messages.zh-CN.ts';
import {
  closed,
  errorKind,
  errorText,
  fillSentence,
  problemsText,
  problemText,
  sentencesText,
} from './problem-text.ts';

describe('the sentence of a problem', () => {
  it('writes numbers, instants and sizes out', () => {
    expect(problemText('TOO_LONG', { max: 2000, length: 12345 })).toBe('最多 2,000 个字，现在 12,345 个字');
    expect(fillSentence('{{until}} 后', { until: '2026-11-24T01:30:00Z' })).toBe('2026-11-24 09:30 后');
    expect(problemText('FILE_TOO_LARGE', { maxBytes: 20_000_000 })).toBe('文件太大，上限是 20.0 MB');
  });

  it('leaves a part out whose value is missing', () => {
    expect(problemText('CELL_NOT_IN_LIST', { nearest: null })).toBe('不是可选的值');
    expect(problemText('CELL_NOT_IN_LIST', { nearest: '甲' })).toBe('不是可选的值，是不是“甲”？');
  });

  it('never shows a raw placeholder', () => {
    for (const table of [zh.problems, en.problems]) {
      for (const sentence of Object.values(table)) {
        expect(fillSentence(sentence, {})).not.toMatch(/\{\{|\[\[/);
      }
    }
  });

  it('shows a title in the reader’s language', async () => {
    const params = { round: '书面评审', roundEn: 'Document review' };
    expect(fillSentence('“{{round}}”', params)).toBe('“书面评审”');
    const before = i18next.language;
    await i18next.changeLanguage('en');
    expect(fillSentence('“{{round}}”', params)).toBe('“Document review”');
    expect(fillSentence('“{{round}}”', { ...params, roundEn: '' })).toBe('“书面评审”');
    await i18next.changeLanguage(before);
  });

  it('names the code of a problem it does not know', () => {
    expect(problemText('NEVER_HEARD_OF')).toContain('NEVER_HEARD_OF');
  });

  it('says the same thing once', () => {
    const problem = { code: 'REQUIRED', path: [], params: {} };
    expect(problemsText([problem, problem])).toBe('请填写此项');
  });

  it('ends before another begins, whatever its words', async () => {
    const before = i18next.language;
    for (const [language, table] of Object.entries({ 'zh-CN': zh.problems, en: en.problems })) {
      await i18next.changeLanguage(language);
      for (const sentence of Object.values(table)) {
        expect(closed(fillSentence(sentence, {}))).toMatch(/[^.。][.。？?！!…]["”’）)]?$/);
      }
    }
    expect([closed('The round is locked'), closed('Please fill this in.')]).toEqual([
      'The round is locked.',
      'Please fill this in.',
    ]);
    expect(sentencesText(['The round is locked', 'Too many', 'Too many'])).toBe(
      'The round is locked. Too many',
    );
    await i18next.changeLanguage(before);
    expect(sentencesText(['本轮已锁定', '数量超出上限'])).toBe('本轮已锁定；数量超出上限');
  });
});

describe('a failure', () => {
  const graphql = (code: string) =>
    new CombinedGraphQLErrors({ errors: [{ message: 'secret detail', extensions: { code } }] });

  it('is sorted by what a person can do about it', () => {
    expect(errorKind(graphql('FORBIDDEN'))).toBe('forbidden');
    expect(errorKind(graphql('UNAUTHENTICATED'))).toBe('signedOut');
    expect(errorKind(graphql('INTERNAL_SERVER_ERROR'))).toBe('server');
    expect(errorKind(new TypeError('Failed to fetch'))).toBe('network');
    const response = new Response('', { status: 429 });
    expect(errorKind(new ServerError('no', { response, bodyText: '' }))).toBe('rateLimited');
    const away = new Response('', { status: 502 });
    expect(errorKind(new ServerError('no', { response: away, bodyText: '' }))).toBe('unavailable');
    expect(errorKind(graphql('SERVICE_UNAVAILABLE'))).toBe('unavailable');
    expect(errorKind(graphql('STORAGE_FULL'))).toBe('storageFull');
  });

  it('never shows what the server said', () => {
    expect(errorText(graphql('INTERNAL_SERVER_ERROR'))).not.toContain('secret');
  });
});
