import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { useTitle } from '../../ui/core/environment.ts';
import { EmptyState } from '../../ui/show/states.tsx';
import NotFoundPage from './not-found-page.tsx';

/** A chunk that is gone, since the platform was updated while the page was open. */
function isOutdated(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script failed/i.test(error.message);
}

/** What stands in place of a screen that failed: the failure in one line, and a way on. */
export function CrashPage(): ReactNode {
  const { t } = useTranslation('app');
  const error = useRouteError();
  useTitle(t('page.crashed'));
  if (typeof error === 'object' && error !== null && 'status' in error && error.status === 404)
    return <NotFoundPage />;
  const outdated = isOutdated(error);
  return (
    <EmptyState
      title={outdated ? t('page.outdated') : t('page.crashed')}
      hint={
        outdated ? undefined : (
          <>
            {t('page.crashedHint')}
            <br />
            <code>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</code>
          </>
        )
      }
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('page.reload')}
        </Button>
      }
    />
  );
}
