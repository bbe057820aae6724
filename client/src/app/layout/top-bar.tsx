import { BulbOutlined, MenuOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNarrow } from '../../ui/core/environment.ts';
import type { Viewer } from '../../ui/core/viewer.ts';
import { Kbd } from '../../ui/show/kbd.tsx';
import { useThemeMode } from '../theme-mode.ts';
import { EmberMark } from './brand.tsx';
import { useLanguageSwitch } from './use-language-switch.ts';

const AccountMenu = lazy(() => import('./account-menu.tsx'));

/** The account's button. What it opens is fetched when it is first pressed. */
function Account({ viewer }: { viewer: Viewer }): ReactNode {
  const { t } = useTranslation('app');
  const narrow = useNarrow();
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      type="text"
      icon={<UserOutlined />}
      aria-label={`${t('top.account')}: ${viewer.name}`}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      {narrow ? null : viewer.name}
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu viewer={viewer}>{button}</AccountMenu>
    </Suspense>
  );
}

/** The bar at the top: find, language, light or dark, account. */
export function TopBar(props: { viewer: Viewer; onFind: () => void; onMenu: () => void }): ReactNode {
  const { t } = useTranslation('app');
  const narrow = useNarrow();
  const { mode, toggle } = useThemeMode();
  const [switchLanguage, switching] = useLanguageSwitch();
  const other = mode === 'dark' ? t('top.light') : t('top.dark');
  return (
    <header className="xh-top">
      {narrow ? (
        <>
          <Button type="text" icon={<MenuOutlined />} aria-label={t('nav.open')} onClick={props.onMenu} />
          <Link to="/" aria-label={t('nav.home')} className="xh-top-mark">
            <EmberMark size={24} />
          </Link>
        </>
      ) : null}
      <button type="button" className="xh-find" onClick={props.onFind} title={t('palette.title')}>
        <SearchOutlined aria-hidden />
        <span>{t('top.find')}</span>
        {narrow ? null : <Kbd keys="Ctrl+K" />}
      </button>
      <span className="xh-top-space" />
      {narrow ? null : (
        <>
          <Button type="text" loading={switching} onClick={switchLanguage} title={t('top.languageHint')}>
            {t('top.language')}
          </Button>
          <Button type="text" icon={<BulbOutlined />} aria-label={other} title={other} onClick={toggle} />
        </>
      )}
      <Account viewer={props.viewer} />
    </header>
  );
}
