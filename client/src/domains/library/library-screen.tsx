import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#client/ui/show/page.tsx';
import { LibraryView } from './parts/library-view.tsx';

/** The library for signed-in people. */
export default function LibraryScreen(): ReactNode {
  const { t } = useTranslation('library');
  return (
    <Page title={t('title')} hint={t('hint')}>
      <LibraryView base="/library" />
    </Page>
  );
}
