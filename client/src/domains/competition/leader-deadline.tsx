import { ClockCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { remaining, useServerNow } from '#client/ui/core/server-clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A deadline with what is left of it by the server's clock; amber on the last day, red once over. */
export function Deadline({ at }: { at: string | null }): ReactNode {
  const { t } = useTranslation('competition');
  const until = at === null ? Number.NaN : Date.parse(at);
  const now = useServerNow(until - Date.now() < 2 * HOUR ? 1000 : 30_000);
  if (at === null) return <span className="xh-hint">{t('wizard.noDeadline')}</span>;
  const { over, days, hours, minutes, seconds } = remaining(until, now);
  const words = over
    ? t('wizard.left.over')
    : days > 0
      ? t('wizard.left.days', { days, hours })
      : hours > 0
        ? t('wizard.left.hours', { hours, minutes })
        : t('wizard.left.minutes', { minutes, seconds });
  const tone = over ? 'xl-over' : until - now < DAY ? 'xl-soon' : 'xl-ample';
  return (
    <span className="xl-deadline">
      <time dateTime={at}>{formatDateTime(at)}</time>
      <span className={tone} role="timer" title={t('wizard.serverTime')}>
        <ClockCircleOutlined aria-hidden /> {words}
      </span>
    </span>
  );
}
