import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The ember: one flame and the sparks it sends up. The only place, with what is live now, that wears its colour. */
export function EmberMark({ size = 28 }: { size?: number }): ReactNode {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden focusable="false">
      <path
        fill="#E8590C"
        d="M17.2 2.6c.9 4.6-1.7 6.8-4 9.6-2 2.4-3.9 4.8-3.9 8.4 0 5 3.5 8.8 7.9 8.8 4.2 0 7.5-3.3 7.5-7.9 0-3.3-1.5-5.6-3-7.4-.3 1.7-1 3-2.2 3.8.9-5.6-.4-11.8-2.3-15.3Z"
      />
      <path
        fill="#FFD8A8"
        d="M17.1 17.6c.3 2.1-.7 3.2-1.7 4.3-.8.9-1.5 1.8-1.5 3.1 0 1.8 1.4 3.1 3.2 3.1 1.7 0 3-1.3 3-3.1 0-2.9-1.7-4.9-3-7.4Z"
      />
      <g fill="#E8590C">
        <circle cx="26.5" cy="7.5" r="1.3" />
        <circle cx="6.2" cy="11.2" r="1" />
        <circle cx="24.2" cy="2.9" r=".8" />
      </g>
    </svg>
  );
}

/** Mark and name. */
export function Brand({ compact = false }: { compact?: boolean }): ReactNode {
  const { t } = useTranslation('app');
  return (
    <span className="xh-brand">
      <EmberMark />
      {compact ? null : (
        <span>
          <b>{t('brand.name')}</b>
          <small>{t('brand.platform')}</small>
        </span>
      )}
    </span>
  );
}
