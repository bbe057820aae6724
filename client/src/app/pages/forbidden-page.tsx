import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../ui/core/environment.ts';
import { EmptyState } from '../../ui/show/states.tsx';

/** A page that the account may not open: which right it needs. */
export function ForbiddenPage({ permission }: { permission: string }): ReactNode {
  const { t } = useTranslation('app');
  useTitle(t('page.forbidden'));
  return (
    <EmptyState
      title={t('page.forbidden')}
      hint={t('page.forbiddenHint', { permission })}
      action={<Link to="/">{t('page.home')}</Link>}
    />
  );
}
