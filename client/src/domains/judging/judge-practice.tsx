import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JudgePracticesQuery } from '#client/__generated__/graphql.ts';
import { Section } from '#client/ui/show/page.tsx';
import { useTitleOf } from './edition-page.tsx';
import type { Desk } from './judge-desk.ts';
import { type Kept, useKept } from './judge-kept.ts';
import { JUDGE_PRACTICES } from './practice-documents.ts';
import { PRACTICES_SHELF } from './practice-shelf.ts';

export type JudgePractice = JudgePracticesQuery['practices'][number];

/** The practice entries of the judge in a round; a copy is kept like the rest of the queue. */
export function usePractices(desk: Desk, roundId: string | null): Kept<readonly JudgePractice[]> {
  return useKept(desk, roundId === null ? null : PRACTICES_SHELF(roundId), async () => {
    const { data } = await desk.client.query({
      query: JUDGE_PRACTICES,
      variables: { roundId: roundId ?? '' },
      fetchPolicy: 'network-only',
    });
    return data?.practices ?? [];
  });
}

/** The practice entry that stands before the next real one: required, of its category, and not done. */
export function practiceBefore(
  practices: readonly JudgePractice[],
  next: { readonly categoryId: string; readonly begun: boolean } | null,
): string | null {
  if (next === null || next.begun) return null;
  const first = practices.find(
    ({ category, mine, round }) =>
      mine === null && round?.practiceRule === 'REQUIRED' && category?.id === next.categoryId,
  );
  return first?.id ?? null;
}

/** What to practise on before the first real entry, and what was done of it. */
export function JudgePractices({ practices }: { practices: readonly JudgePractice[] }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const left = practices.filter(({ mine }) => mine === null).length;
  const required = practices.some(({ round }) => round?.practiceRule === 'REQUIRED');
  if (practices.length === 0) return null;
  const list = (
    <ul className="xh-own-list">
      {practices.map(({ id, entry, exemplar, category, mine }) => (
        <li key={id}>
          <Link to={`/judge/practice/${id}`}>
            {titleOf(entry ?? exemplar ?? { title: '', titleEn: null })}
          </Link>
          <span className="xh-hint">{category ? titleOf(category) : ''}</span>
          {mine ? (
            <span className="xh-hint">
              <CheckCircleOutlined aria-hidden /> {t('practice.done')}
            </span>
          ) : (
            <Link to={`/judge/practice/${id}`} tabIndex={-1}>
              <Button size="small">{t('practice.start')}</Button>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <Section title={t('practice.mine')}>
      {left === 0 ? (
        <details>
          <summary>{t('practice.allDone')}</summary>
          {list}
        </details>
      ) : (
        <>
          <p className="xh-hint">{t(required ? 'practice.requiredHint' : 'practice.offeredHint')}</p>
          {list}
        </>
      )}
    </Section>
  );
}
