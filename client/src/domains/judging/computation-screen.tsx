import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '#client/ui/show/page.tsx';
import { ComputationPanel } from './computation-panel.tsx';
import './judging.css';

/** A computation by its own address: one may leave and come back. */
export default function ComputationScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const { id = '' } = useParams();
  return (
    <Page title={t('computation.title')} hint={t('computation.hint')}>
      <ComputationPanel
        id={id}
        result={({ kind, competition, round, plan }) =>
          kind === 'PLAN' && plan ? (
            <Link to={`/assignments/plans/${plan.id}`}>{t('computation.toPlan')}</Link>
          ) : (
            <Link to={`/results?edition=${competition?.id ?? ''}&round=${round?.id ?? 'all'}`}>
              {t('computation.toResult')}
            </Link>
          )
        }
      />
    </Page>
  );
}
