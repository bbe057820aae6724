import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Sheets in and begun out of all, as one bar; its figures are its text. */
export function SheetBar(props: { total: number; submitted: number; drafts: number }): ReactNode {
  const { total, submitted, drafts } = props;
  const { t } = useTranslation('judging');
  const share = (part: number): string => `${total === 0 ? 0 : (part / total) * 100}%`;
  return (
    <span className="xj-progress" role="img" aria-label={t('progress.barOf', { total, submitted, drafts })}>
      <span className="xj-progress-done" style={{ width: share(submitted) }} />
      <span className="xj-progress-begun" style={{ width: share(drafts) }} />
    </span>
  );
}
