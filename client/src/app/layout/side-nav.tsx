import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { NAV_GROUPS, type NavGroup, type NavItem } from '../../ui/core/domain-module.ts';
import { useLabel } from '../../ui/core/language.ts';
import { NavIcon } from '../../ui/core/nav-icon.tsx';
import { useViewer, type Viewer } from '../../ui/core/viewer.ts';
import { ALL_DOMAINS } from '../domain-list.ts';

const GROUPS = Object.keys(NAV_GROUPS) as NavGroup[];
const HOME = { path: '/', label: { zh: '首页', en: 'Home' }, icon: 'HomeOutlined' } as const;

/** The lines of an account, in the order of the domains: what its rights open and its roles are for. */
export function navItemsOf(viewer: Pick<Viewer, 'grants' | 'permissions'> | null): readonly NavItem[] {
  return ALL_DOMAINS.flatMap((domain): readonly NavItem[] => domain.nav ?? []).filter(
    ({ permission, role }) =>
      (permission === undefined || viewer?.permissions.includes(permission)) &&
      (role === undefined || viewer?.grants.some((grant) => grant.role === role)),
  );
}

/** The lines of the signed-in account. */
export function useNavItems(): readonly NavItem[] {
  return navItemsOf(useViewer());
}

/** The longest line that the address stands under. */
export function currentItem(
  items: readonly Pick<NavItem, 'path' | 'also'>[],
  pathname: string,
): string | undefined {
  return items
    .flatMap(({ path, also = [] }) => [path, ...also].map((under) => ({ path, under })))
    .filter(({ under }) => pathname === under || (under !== '/' && pathname.startsWith(`${under}/`)))
    .sort((a, b) => b.under.length - a.under.length)[0]?.path;
}

/** The side navigation: groups with a heading, empty ones left out; collapsed, its icons alone. */
export function SideNav({ collapsed, onGo }: { collapsed: boolean; onGo?: () => void }): ReactNode {
  const { t } = useTranslation('app');
  const label = useLabel();
  const items = useNavItems();
  const { pathname } = useLocation();
  const current = currentItem([HOME, ...items], pathname);
  const line = ({ path, label: words, icon }: Pick<NavItem, 'path' | 'label' | 'icon'>): ReactNode => (
    <li key={path}>
      <Link
        to={path}
        onClick={onGo}
        aria-current={path === current ? 'page' : undefined}
        title={collapsed ? label(words) : undefined}
      >
        <NavIcon name={icon} />
        <span className={collapsed ? 'xh-unseen' : undefined}>{label(words)}</span>
      </Link>
    </li>
  );
  const groups = GROUPS.map((group) => ({ group, lines: items.filter((item) => item.group === group) }));
  return (
    <nav aria-label={t('nav.main')} className="xh-nav">
      <ul>{line(HOME)}</ul>
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ group, lines }) => (
          <section key={group}>
            <h2 className={collapsed ? 'xh-unseen' : undefined}>{label(NAV_GROUPS[group])}</h2>
            <ul>{lines.map(line)}</ul>
          </section>
        ))}
    </nav>
  );
}
