import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './states.tsx';

/** What stands where a thing does not exist, or is not the reader's to see: the two are not told apart. */
export function Missing(): ReactNode {
  const { t } = useTranslation('kit');
  return <EmptyState title={t('problem.notFound')} />;
}
