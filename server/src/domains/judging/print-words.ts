import type { Label } from '@xinghuo/shared/kernel/label';

/** The language of a printed page. */
export type Locale = keyof Label;

/** What stands on printed score sheets, rankings and certificates besides the data. */
export const PRINT_WORDS = {
  scoreSheet: { zh: '评分表', en: 'Score sheet' },
  number: { zh: '项目编号', en: 'Entry' },
  project: { zh: '项目名称', en: 'Title' },
  team: { zh: '参赛队伍', en: 'Team' },
  category: { zh: '类别', en: 'Category' },
  round: { zh: '轮次', en: 'Round' },
  judge: { zh: '评委', en: 'Judge' },
  state: { zh: '状态', en: 'State' },
  submitted: { zh: '提交时间', en: 'Submitted' },
  criterion: { zh: '评分项', en: 'Criterion' },
  weight: { zh: '权重', en: 'Weight' },
  max: { zh: '满分', en: 'Maximum' },
  mark: { zh: '得分', en: 'Mark' },
  comment: { zh: '说明', en: 'Comment' },
  total: { zh: '总分（百分制）', en: 'Total of 100' },
  remark: { zh: '总体评语', en: 'Overall remark' },
  signature: { zh: '评委签名', en: 'Judge' },
  date: { zh: '日期', en: 'Date' },
  ranking: { zh: '排名', en: 'Ranking' },
  place: { zh: '名次', en: 'Place' },
  score: { zh: '总分', en: 'Total' },
  award: { zh: '奖项', en: 'Award' },
  rule: { zh: '计分规则', en: 'Rule' },
  computed: { zh: '计算时间', en: 'Computed' },
  digest: { zh: '结果摘要', en: 'Digest' },
  certificate: { zh: '荣誉证书', en: 'Certificate of Award' },
  officer: { zh: '记分', en: 'Scorer' },
  overseer: { zh: '监督', en: 'Overseer' },
} as const satisfies Readonly<Record<string, Label>>;

/** The words in one language. */
export function wordsIn(locale: Locale): (word: keyof typeof PRINT_WORDS) => string {
  return (word) => PRINT_WORDS[word][locale];
}

/** An instant as people here write it: `2026-11-24 09:30` in Shanghai. */
export function shanghaiMinute(instant: string | null): string {
  if (instant === null) return '';
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Something with a title in both languages. */
export interface Titled {
  readonly title: string;
  readonly titleEn: string;
}

/** A title in the language, the Chinese one where there is no other. */
export function titled(thing: Titled | null, locale: Locale): string {
  if (!thing) return '';
  return locale === 'en' && thing.titleEn !== '' ? thing.titleEn : thing.title;
}
