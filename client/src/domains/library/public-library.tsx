import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#client/ui/show/page.tsx';
import { LibraryView } from './parts/library-view.tsx';

/** The library for everybody. */
export default function PublicLibrary(): ReactNode {
  const { t } = useTranslation('library');
  return (
    <Page title={t('title')} hint={t('hint')}>
      <LibraryView base="/exemplars" />
    </Page>
  );
}
