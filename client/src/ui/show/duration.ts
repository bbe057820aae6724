import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says a span of milliseconds in its largest sensible unit: `45 秒`, `3 分钟`, `2 小时`. */
export function useDuration(): (milliseconds: number) => string {
  const { t } = useTranslation('kit');
  return useCallback(
    (milliseconds: number) => {
      const seconds = Math.max(1, Math.round(milliseconds / 1000));
      if (seconds < 90) return t('time.seconds', { count: seconds });
      const minutes = Math.round(seconds / 60);
      return minutes < 90
        ? t('time.minutes', { count: minutes })
        : t('time.hours', { count: Math.round(minutes / 60) });
    },
    [t],
  );
}
