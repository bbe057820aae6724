import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from './brand.tsx';
import { useLanguageSwitch } from './use-language-switch.ts';

/** The frame of the pages before one is signed in: the mark, one card, and the language. */
export function EntranceLayout({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const { t } = useTranslation('app');
  const [switchTo, switching] = useLanguageSwitch();
  return (
    <div className="xh-entrance">
      <header>
        <Brand />
        <Button type="text" loading={switching} onClick={switchTo} title={t('top.languageHint')}>
          {t('top.language')}
        </Button>
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
      <footer>{t('brand.motto')}</footer>
    </div>
  );
}
