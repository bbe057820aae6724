import { HomeOutlined } from '@ant-design/icons';
import { Menu } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useLabel } from '../../ui/core/language.ts';
import { useCan } from '../../ui/core/viewer.ts';
import { NAV_GROUPS, type NavGroup, type NavItem } from '../../ui/core/domain-module.ts';
import { ALL_DOMAINS } from '../domain-list.ts';

const GROUPS = Object.keys(NAV_GROUPS) as NavGroup[];

/** The lines an account may open, in the order of the domains. */
export function useNavItems(): readonly NavItem[] {
  const can = useCan();
  return ALL_DOMAINS.flatMap((domain) => domain.nav ?? []).filter(({ permission }) => can(permission));
}

/** The longest line that the address stands under. */
export function currentItem(items: readonly { path: string }[], pathname: string): string | undefined {
  return items
    .map(({ path }) => path)
    .filter((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))
    .sort((a, b) => b.length - a.length)[0];
}

/** The side navigation: groups with a heading, empty ones left out. */
export function SideNav({ collapsed, onGo }: { collapsed: boolean; onGo?: () => void }): ReactNode {
  const { t } = useTranslation('app');
  const label = useLabel();
  const items = useNavItems();
  const { pathname } = useLocation();
  const line = ({ path, label: words, icon: Icon }: Pick<NavItem, 'path' | 'label' | 'icon'>) => ({
    key: path,
    icon: <Icon />,
    label: (
      <Link to={path} onClick={onGo}>
        {label(words)}
      </Link>
    ),
    title: label(words),
  });
  const home = { path: '/', label: { zh: t('nav.home'), en: t('nav.home') }, icon: HomeOutlined };
  const groups = GROUPS.map((group) => ({ group, lines: items.filter((item) => item.group === group) }));
  const selected = currentItem([home, ...items], pathname);
  return (
    <nav aria-label={t('nav.main')}>
      <Menu
        mode="inline"
        inlineCollapsed={collapsed}
        selectedKeys={selected ? [selected] : []}
        items={[
          line(home),
          ...groups
            .filter(({ lines }) => lines.length > 0)
            .map(({ group, lines }) => ({
              key: group,
              type: 'group' as const,
              label: collapsed ? null : label(NAV_GROUPS[group]),
              children: lines.map(line),
            })),
        ]}
      />
    </nav>
  );
}
