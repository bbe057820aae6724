import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** The few pages for everybody, beside each other. */
export function PublicNav({ results }: { results: string | undefined }): ReactNode {
  const { t } = useTranslation('competition');
  const lines = [
    { to: '/public', words: t('open.home') },
    ...(results ? [{ to: `/public/results/${results}`, words: t('open.results') }] : []),
    { to: '/public/trainings', words: t('open.trainings') },
    { to: '/exemplars', words: t('open.library') },
  ];
  return (
    <nav className="xp-nav" aria-label={t('open.nav')}>
      {lines.map(({ to, words }) => (
        <NavLink key={to} to={to} end>
          {words}
        </NavLink>
      ))}
    </nav>
  );
}
