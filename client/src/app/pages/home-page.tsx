import type { ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DomainHome } from '../../ui/core/domain-module.ts';
import { useLabel } from '../../ui/core/language.ts';
import { NavIcon } from '../../ui/core/nav-icon.tsx';
import { useCan } from '../../ui/core/viewer.ts';
import { Page } from '../../ui/show/page.tsx';
import { EmptyState, LoadingState } from '../../ui/show/states.tsx';
import { ALL_DOMAINS, type AnyDomain } from '../domain-list.ts';
import { loadDomainWords } from '../i18n/setup.ts';
import { useNavItems } from '../layout/side-nav.tsx';

/** Each domain's homes with a lazily loaded screen, made once: a lazy component must keep its identity. */
const HOMES = ALL_DOMAINS.flatMap((domain: AnyDomain) =>
  (domain.homes ?? []).map((home: DomainHome) => ({
    ...home,
    Screen: lazy(async () => (await Promise.all([home.screen(), loadDomainWords(domain)]))[0]),
  })),
).sort((a, b) => a.rank - b.rank);

/** The first page: that of the account's foremost role; an account without one finds the pages it may open. */
export default function HomePage(): ReactNode {
  const { t } = useTranslation('app');
  const label = useLabel();
  const can = useCan();
  const items = useNavItems();
  const home = HOMES.find(({ permission }) => can(permission));
  if (home) {
    return (
      <Suspense fallback={<LoadingState />}>
        <home.Screen />
      </Suspense>
    );
  }
  return (
    <Page title={t('page.start')}>
      {items.length === 0 ? (
        <EmptyState title={t('page.startEmpty')} hint={t('page.startEmptyHint')} />
      ) : null}
      <ul className="xh-start">
        {items.map(({ path, label: words, icon }) => (
          <li key={path}>
            <Link to={path} className="xh-start-link">
              <NavIcon name={icon} /> {label(words)}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
