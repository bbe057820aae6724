import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/ui/core/language.ts';
import { type ProblemData, problemText, sentencesText } from '#client/ui/core/problem-text.ts';
import { RELEASED } from './judge-merge.ts';
import type { Paper } from './judge-transport.ts';

/** Fields of the sheet in words, for where they stand apart from their place in the rubric. */
export interface FieldWords {
  /** How a field is called; undefined for what is no field. */
  readonly name: (field: string) => string | undefined;
  /** What a field holds; empty for nothing. */
  readonly value: (field: string, value: string) => string;
  /** Refusals as one text, each with the field it speaks of. */
  readonly why: (problems: readonly ProblemData[]) => string;
}

export function useFieldWords(paper: Pick<Paper, 'criteria'>): FieldWords {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const name = (field: string): string | undefined => {
    if (field === 'remark') return t('console.remark.title');
    if (field === 'released') return t('console.remark.release');
    const [kind, id] = field.split(':');
    const criterion = paper.criteria.find((one) => one.id === id);
    if (!criterion) return undefined;
    const title = english ? criterion.titleEn || criterion.title : criterion.title;
    return kind === 'mark' ? title : t('console.mark.commentOf', { title });
  };
  return {
    name,
    value: (field, value) =>
      field === 'released' ? t(value === RELEASED ? 'console.remark.yes' : 'console.remark.no') : value,
    why: (problems) =>
      sentencesText(
        problems.map(({ code, path, params }) => {
          const field = name(path.join('.'));
          const what = problemText(code, params);
          return field === undefined ? what : t('console.field', { field, what });
        }),
      ),
  };
}
