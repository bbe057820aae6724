import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../ui/core/environment.ts';
import { EmptyState } from '../../ui/show/states.tsx';

/** An address that leads nowhere. */
export default function NotFoundPage(): ReactNode {
  const { t } = useTranslation('app');
  useTitle(t('page.notFound'));
  return (
    <EmptyState
      title={t('page.notFound')}
      hint={t('page.notFoundHint')}
      action={<Link to="/">{t('page.home')}</Link>}
    />
  );
}
