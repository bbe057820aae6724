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
  resultDigest: { zh: '结果摘要', en: 'Digest of the result' },
  bundleDigest: { zh: '结果文件摘要', en: 'Digest of the result file' },
  resultDigestIs: {
    zh: '名次和奖项的 SHA-256：同样的评分按同样的规则，谁来算都相同。',
    en: 'SHA-256 of places and awards: the same marks under the same rule give it, whoever computes them.',
  },
  bundleDigestIs: {
    zh: '供下载的结果文件的 SHA-256：下载到的文件与公布的是否一致，以此核对。',
    en: 'SHA-256 of the file for download: it tells whether a copy is the one that was published.',
  },
  digestStart: { zh: '结果摘要前 16 位', en: 'Digest of the result begins with' },
  finalistsFirst: {
    zh: '进入后一轮的项目名次在前，不论总分。',
    en: 'Entries that reached the next round stand before those that did not, whatever their totals.',
  },
  moved: {
    zh: '* 合议调整：奖项与按名次所得不同。',
    en: '* Moved by the deliberation: another award than by rank.',
  },
  movedFrom: { zh: '合议前：', en: 'by rank: ' },
  noAward: { zh: '不获奖', en: 'no award' },
  certificate: { zh: '荣誉证书', en: 'Certificate of Award' },
  officer: { zh: '记分', en: 'Scorer' },
  overseer: { zh: '监督', en: 'Overseer' },
} as const satisfies Readonly<Record<string, Label>>;

/** The words in one language. */
export function wordsIn(locale: Locale): (word: keyof typeof PRINT_WORDS) => string {
  return (word) => PRINT_WORDS[word][locale];
}

/** Something with a name, and an English one perhaps. */
export interface Named {
  readonly name: string;
  readonly nameEn: string | null;
}

/** A name in the language, the Chinese one where there is no other. */
export function named(thing: Named | null | undefined, locale: Locale): string {
  return (locale === 'en' ? thing?.nameEn : null) || (thing?.name ?? '');
}

/** An instant as people here write it: `2026-11-24 09:30` in Shanghai. */
export function shanghaiMinute(instant: string | null): string {
  if (instant === null) return '';
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** The digests of a result: which is which, and what each is made from. */
export function digestsOf(
  result: { readonly resultDigest: string; readonly publication: { readonly digest: string } | null },
  locale: Locale,
): readonly { readonly name: string; readonly digest: string; readonly is: string }[] {
  const word = wordsIn(locale);
  const { resultDigest, publication } = result;
  return [
    { name: word('resultDigest'), digest: resultDigest, is: word('resultDigestIs') },
    ...(publication
      ? [{ name: word('bundleDigest'), digest: publication.digest, is: word('bundleDigestIs') }]
      : []),
  ];
}

/** Something with a title in both languages. */
export interface Titled {
  readonly title: string;
  readonly titleEn: string;
}

/** A title in quotation marks; marks within it become single ones. */
export function quoted(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** A title in the language, the Chinese one where there is no other. */
export function titled(thing: Titled | null, locale: Locale): string {
  if (!thing) return '';
  return locale === 'en' && thing.titleEn !== '' ? thing.titleEn : thing.title;
}
