import { useQuery } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Section } from '#client/ui/show/page.tsx';
import { ASSIGNMENT_APPLY, ASSIGNMENT_PLAN } from './assignment-documents.ts';
import { useTitleOf } from './edition-page.tsx';
import { REPLACEMENT } from './progress-documents.ts';

/** The least change that covers every entry again after a recusal: shown pair by pair, applied with one click. */
export function Replacement({ roundId, missing }: { roundId: string; missing: number }): ReactNode {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const titleOf = useTitleOf();
  const navigate = useNavigate();
  const manage = useCan()('assignment.manage');
  const { data } = useQuery(REPLACEMENT, { variables: { roundId }, fetchPolicy: 'cache-and-network' });
  const [apply, applying] = useWrite(ASSIGNMENT_APPLY, { refetch: ['RecusalsPage', 'ReplacementProposed'] });
  const [plan, planning] = useWrite(ASSIGNMENT_PLAN);
  const proposed = data?.judgingProgress?.replacement;
  if (!manage || (!proposed && missing === 0)) return null;
  const make = async (): Promise<void> => {
    const outcome = await plan({ input: { roundId, keep: 'LEAST' } });
    if (!outcome.ok) notice.error(outcome.message);
    else if (outcome.payload.assignmentPlan)
      await navigate(`/assignments/plans/${outcome.payload.assignmentPlan.id}`);
  };
  if (!proposed) {
    return (
      <Alert
        className="xj-effect"
        type="warning"
        showIcon
        title={t('progress.replace.none', { count: missing })}
        action={
          <Button size="small" type="primary" loading={planning} onClick={() => void make()}>
            {t('progress.replace.make')}
          </Button>
        }
      />
    );
  }
  const entries = new Map((data?.assignmentBoard?.entries ?? []).map((one) => [one.id, one]));
  const judges = new Map((data?.assignmentBoard?.judges ?? []).map((one) => [one.id, one]));
  const loads = new Map(proposed.loads.map((one) => [one.judgeId, one]));
  const entryName = (id: string): string => {
    const found = entries.get(id);
    return found ? `${found.number ?? ''} ${titleOf(found)}` : '';
  };
  const judgeName = (id: string): string => {
    const found = judges.get(id);
    return found ? `${found.code} ${english && found.nameEn ? found.nameEn : found.name}` : '';
  };
  const go = async (): Promise<void> => {
    const outcome = await apply({ input: { planId: proposed.id } });
    if (outcome.ok) notice.success(t('progress.replace.applied', { count: proposed.added.length }));
    else notice.error(outcome.message);
  };
  return (
    <Section
      title={t('progress.replace.title', { count: proposed.added.length })}
      extra={
        <Button type="primary" loading={applying} onClick={() => void go()}>
          {t('progress.replace.apply')}
        </Button>
      }
    >
      <p className="xh-hint">
        {t('progress.replace.hint', { at: formatDateTime(proposed.createdAt) })}{' '}
        <Link to={`/assignments/plans/${proposed.id}`}>{t('progress.replace.whole')}</Link>
      </p>
      <ul className="xj-replacements">
        {proposed.removed.map(({ entryId, judgeId }) => (
          <li key={`- ${entryId} ${judgeId}`} className="xj-minus">
            − {entryName(entryId)} · {judgeName(judgeId)}
          </li>
        ))}
        {proposed.added.map(({ entryId, judgeId }) => {
          const load = loads.get(judgeId);
          return (
            <li key={`+ ${entryId} ${judgeId}`} className="xj-plus">
              + {entryName(entryId)} · {judgeName(judgeId)}{' '}
              {load ? (
                <small className="xh-hint">
                  {t('progress.replace.load', {
                    before: load.before,
                    after: load.after,
                    capacity: load.capacity,
                  })}
                </small>
              ) : null}
            </li>
          );
        })}
      </ul>
      {proposed.unmet.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('progress.replace.unmet', { count: proposed.unmet.length })}
        />
      ) : null}
    </Section>
  );
}
