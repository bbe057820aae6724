import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { useViewer } from '../../ui/core/viewer.ts';
import { Brand } from './brand.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { useLanguageSwitch } from './use-language-switch.ts';

/** The frame of the pages that are open to everybody; it leaves the paper alone when printed. */
export default function PublicShell(): ReactNode {
  const { t } = useTranslation('app');
  const viewer = useViewer();
  const [switchLanguage, switching] = useLanguageSwitch();
  return (
    <div className="xh-public">
      <header>
        <Link to="/public">
          <Brand />
        </Link>
        <span className="xh-top-space" />
        <Button type="text" loading={switching} onClick={switchLanguage} title={t('top.languageHint')}>
          {t('top.language')}
        </Button>
        {viewer ? (
          <Link to="/" title={viewer.name}>
            {t('top.backToWork')}
          </Link>
        ) : (
          <Link to="/sign-in">{t('top.signIn')}</Link>
        )}
      </header>
      <OfflineBanner />
      <main id="content">
        <Outlet />
      </main>
      <footer>{t('brand.motto')}</footer>
      <ScrollRestoration />
    </div>
  );
}
