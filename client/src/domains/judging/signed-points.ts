import { formatNumber } from '#client/ui/core/format.ts';

/** Points with their sign, one place; a dash for nothing. */
export function points(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  const rounded = formatNumber(Math.abs(value), 1);
  return Number(value.toFixed(1)) === 0 ? rounded : `${value > 0 ? '+' : '−'}${rounded}`;
}
