import './help.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '#client/ui/core/environment.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { LoadingState } from '#client/ui/show/states.tsx';

/** Editor, documentation and their workers: some megabytes, fetched for this page alone and from this server. */
const Explorer = lazy(() => import('./parts/explorer.tsx'));

/** The explorer of the GraphQL endpoint; open to everybody, as far as the endpoint itself is. */
export default function ExplorerScreen(): ReactNode {
  const { t } = useTranslation('help');
  const can = useCan();
  useTitle(t('explorer.title'));
  return (
    <>
      <div className="xh-explorer-words">
        <h1>{t('explorer.title')}</h1>
        <span className="xh-hint">
          {t('explorer.intro')} {t('explorer.run')}{' '}
          {can('token.own') ? <Link to="/tokens">{t('explorer.tokens')}</Link> : null}
        </span>
      </div>
      <div className="xh-explorer">
        <Suspense fallback={<LoadingState />}>
          <Explorer />
        </Suspense>
      </div>
    </>
  );
}
