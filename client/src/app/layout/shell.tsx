import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { History } from '../../domains/audit/index.ts';
import { useNarrow } from '../../ui/core/environment.ts';
import { useShortcuts } from '../../ui/core/shortcuts.ts';
import { useStored } from '../../ui/core/stored.ts';
import { useViewer } from '../../ui/core/viewer.ts';
import { HistoryContext } from '../../ui/detail/history-slot.tsx';
import { SessionGuard } from '../session/session-guard.tsx';
import { Brand } from './brand.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';

const CommandPalette = lazy(() => import('./command-palette.tsx'));
const NavDrawer = lazy(() => import('./nav-drawer.tsx'));
const ShortcutHelp = lazy(() => import('../../ui/show/shortcut-help.tsx'));
const PASSWORD_PATH = '/account/password';

/** The frame around every screen of a signed-in person. */
export default function Shell(): ReactNode {
  const { t } = useTranslation('app');
  const { t: k } = useTranslation('kit');
  const viewer = useViewer();
  const narrow = useNarrow();
  const location = useLocation();
  const [drawer, setDrawer] = useState(false);
  const [finding, setFinding] = useState(false);
  const [helping, setHelping] = useState(false);
  const [collapsed, setCollapsed] = useStored('nav-collapsed', false, (value) => value === true);
  useShortcuts(k('keys.everywhere'), [
    { keys: 'Ctrl+k', label: k('keys.palette'), run: () => setFinding(true) },
    { keys: '?', label: k('keys.help'), run: () => setHelping(true) },
  ]);
  if (!viewer) {
    const next = `${location.pathname}${location.search}`;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (viewer.mustChangePassword && location.pathname !== PASSWORD_PATH) {
    return <Navigate to={PASSWORD_PATH} replace />;
  }
  const fold = collapsed ? t('nav.expand') : t('nav.collapse');
  return (
    <div className={collapsed && !narrow ? 'xh-shell xh-shell-collapsed' : 'xh-shell'}>
      <a className="xh-skip" href="#content">
        {t('nav.skip')}
      </a>
      {narrow ? (
        drawer ? (
          <Suspense fallback={null}>
            <NavDrawer onClose={() => setDrawer(false)} />
          </Suspense>
        ) : null
      ) : (
        <aside className="xh-side">
          <Link to="/" className="xh-side-brand" {...(collapsed ? { 'aria-label': t('nav.home') } : {})}>
            <Brand compact={collapsed} />
          </Link>
          <div className="xh-side-lines">
            <SideNav collapsed={collapsed} />
          </div>
          <Button
            type="text"
            className="xh-side-fold"
            icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            aria-label={fold}
            title={fold}
            onClick={() => setCollapsed(!collapsed)}
          />
        </aside>
      )}
      <div className="xh-body">
        <TopBar viewer={viewer} onFind={() => setFinding(true)} onMenu={() => setDrawer(true)} />
        <OfflineBanner />
        <main id="content" tabIndex={-1}>
          <HistoryContext value={History}>
            <Outlet />
          </HistoryContext>
        </main>
      </div>
      {helping ? (
        <Suspense fallback={null}>
          <ShortcutHelp onClose={() => setHelping(false)} />
        </Suspense>
      ) : null}
      {finding ? (
        <Suspense fallback={null}>
          <CommandPalette onClose={() => setFinding(false)} />
        </Suspense>
      ) : null}
      <SessionGuard />
      <ScrollRestoration />
    </div>
  );
}
