import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../ui/core/environment.ts';
import { useLabel } from '../../ui/core/language.ts';
import { EmptyState } from '../../ui/show/states.tsx';
import { PERMISSION_WORDS } from './permission-words.ts';

/** A page that the account may not open: which right it needs. */
export default function ForbiddenPage({ permission }: { permission: string }): ReactNode {
  const { t } = useTranslation('app');
  const label = useLabel();
  const words = PERMISSION_WORDS[permission];
  useTitle(t('page.forbidden'));
  return (
    <EmptyState
      title={t('page.forbidden')}
      hint={t('page.forbiddenHint', { permission: words ? label(words) : permission })}
      action={<Link to="/">{t('page.home')}</Link>}
    />
  );
}
