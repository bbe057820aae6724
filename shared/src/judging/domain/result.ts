import { enumTable } from '../../kernel/label.ts';

/** What a reader of a result should look at. */
export const RESULT_FLAGS = enumTable({
  TIED: { zh: '并列', en: 'Tied', note: 'Shares its place after every tie-break.' },
  DISAGREEMENT: {
    zh: '评委分歧大',
    en: 'Judges disagree',
    note: 'The highest and the lowest sheet of a round lie at least 20 points of 100 apart.',
  },
  FEW_SHEETS: { zh: '评分表不足', en: 'Few sheets', note: 'Fewer sheets than the round asks for.' },
  UNTRIMMED: {
    zh: '未去高去低',
    en: 'Untrimmed',
    note: 'Too few sheets to drop the highest and the lowest.',
  },
  UNDECIDED: { zh: '待合议', en: 'Undecided', note: 'Ties at an award line and waits for the deliberation.' },
  DELIBERATED: { zh: '合议调整', en: 'Moved', note: 'The deliberation gave another award than the ranking.' },
});
export type ResultFlag = keyof typeof RESULT_FLAGS;

/** From this distance between the highest and the lowest sheet of an entry, judges disagree: points of 100. */
export const DISAGREEMENT = 20;

/** Limits of result and deliberation: texts in characters. */
export const RESULT_LIMITS = { reason: 1000, reasonMinimum: 4, entries: 10_000 } as const;
