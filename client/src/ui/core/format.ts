import type { Label } from '@xinghuo/shared/kernel/label';
import type { Language } from './messages-type.ts';

/** Every instant is shown in the city's time, wherever the reader sits. */
const ZONE = 'Asia/Shanghai';
/** What stands in for a value that is not there. */
export const NOTHING = '—';

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function parts(instant: string | number | Date): Record<string, string> | undefined {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return undefined;
  return Object.fromEntries(PARTS.formatToParts(date).map(({ type, value }) => [type, value]));
}

type Instant = string | number | Date | null | undefined;
const missing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** `2026-11-24 09:30`, in Asia/Shanghai. */
export function formatDateTime(instant: Instant): string {
  const p = missing(instant) ? undefined : parts(instant);
  return p ? `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}` : NOTHING;
}

/** `2026-11-24`, in Asia/Shanghai; a bare date stays the day it names. */
export function formatDate(instant: Instant): string {
  if (typeof instant === 'string' && /^\d{4}-\d\d-\d\d$/.test(instant)) return instant;
  return formatDateTime(instant).slice(0, 10);
}

/** `10:42:07`, in Asia/Shanghai. */
export function formatTime(instant: Instant): string {
  const p = missing(instant) ? undefined : parts(instant);
  return p ? `${p.hour}:${p.minute}:${p.second}` : NOTHING;
}

/** `7,260,000`; with `decimals` exactly that many, without it as many as the number has, at most 3. */
export function formatNumber(value: number | string | null | undefined, decimals?: number): string {
  if (missing(value) || value === '' || Number.isNaN(Number(value))) return NOTHING;
  const digits = { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 3 };
  return new Intl.NumberFormat('en-US', digits).format(Number(value));
}

/**
 * A percentage with its base, as a reader needs it to judge it: `37.5 % (3 / 8)`.
 * With base 0 there is no percentage: `— (0 / 0)`.
 */
export function formatShare(part: number, base: number, decimals = 1): string {
  const counts = `(${formatNumber(part)} / ${formatNumber(base)})`;
  return base === 0 ? `${NOTHING} ${counts}` : `${formatNumber((part / base) * 100, decimals)} % ${counts}`;
}

/** `12.4 MB`; decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, unit === 0 || value >= 100 ? 0 : 1)} ${units[unit]}`;
}

/** Minutes as a person says them: `2 小时 30 分钟`, `2 h 30 min`. */
export function formatMinutes(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  const [h, m] = language === 'en' ? [' h', ' min'] : [' 小时', ' 分钟'];
  if (hours === 0) return `${rest}${m}`;
  return rest === 0 ? `${formatNumber(hours)}${h}` : `${formatNumber(hours)}${h} ${rest}${m}`;
}

/** `3 天前`, `in 2 hours`: only beside the exact time, never instead of it. */
export function formatRelative(instant: string | number | Date, now: number, language: Language): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return format.format(Math.round(seconds), 'second');
  if (size < 3600) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return format.format(Math.round(seconds / 3600), 'hour');
  if (size < 86_400 * 60) return format.format(Math.round(seconds / 86_400), 'day');
  return format.format(Math.round(seconds / (86_400 * 30)), 'month');
}

/** The words of a label in the reader's language. */
export function labelIn(label: Label, language: Language): string {
  return language === 'en' ? label.en : label.zh;
}
