import { type CellParser, refuse } from './cell-parser.ts';

// China has kept one time zone without summer time since 1992; imports reach no further back.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const DAY = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const TIME = /^([01]?\d|2[0-4])[:：时](\d{2})?(?:[:：分](\d{2})?秒?)?分?$/;

/** A calendar day, as YYYY-MM-DD. Understands 2026-3-1, 2026/3/1, 2026.3.1, 2026年3月1日 and 20260301. */
export function day(limits: { min?: string; max?: string } = {}): CellParser<string> {
  return {
    format: 'text',
    form: { zh: '日期，如 2026-03-01', en: 'Date such as 2026-03-01' },
    read(cell) {
      const value = dayOf(cell.text.split(' ', 1)[0] ?? '');
      const bare = cell.type === 'day' || cell.type === 'instant' || !cell.text.trim().includes(' ');
      if (value === null || !bare) return refuse('CELL_NOT_A_DATE', () => ({ expected: 'YYYY-MM-DD' }));
      const { min = null, max = null } = limits;
      const outside = (min !== null && value < min) || (max !== null && value > max);
      return outside ? refuse('CELL_OUT_OF_RANGE', () => ({ min, max })) : { value };
    },
  };
}

/** Several calendar days, separated by 、 , ; or a line break; each once, the earliest first. */
export function days({ max }: { max: number }): CellParser<string[]> {
  return {
    format: 'text',
    form: {
      zh: `日期，可填多个，用“、”分开，最多 ${max} 个，如 2026-03-01、2026-03-02`,
      en: `Up to ${max} dates, such as 2026-03-01; 2026-03-02`,
    },
    read(cell) {
      const values = new Set<string>();
      for (const part of cell.text.split(/[、，,；;\n]+/)) {
        if (part.trim() === '') continue;
        const outcome = day().read({ ...cell, text: part.trim() });
        if (!('value' in outcome)) return outcome;
        values.add(outcome.value);
      }
      return values.size > max
        ? refuse('CELL_OUT_OF_RANGE', () => ({ min: 0, max }))
        : { value: [...values].sort() };
    },
  };
}

/** A moment given as wall time in Asia/Shanghai, as an ISO instant in UTC; a day alone means its first minute. */
export function instant(): CellParser<string> {
  return {
    format: 'text',
    form: { zh: '日期和时间，如 2026-03-01 09:30', en: 'Date and time such as 2026-03-01 09:30' },
    read(cell) {
      const [date = '', time = '00:00', ...rest] = cell.text
        .normalize('NFKC')
        .trim()
        .split(/[\sT]+/);
      const dayPart = dayOf(date);
      const match = TIME.exec(time);
      if (dayPart === null || match === null || rest.length > 0) {
        return refuse('CELL_NOT_A_DATE', () => ({ expected: 'YYYY-MM-DD HH:mm' }));
      }
      const [hours, minutes, seconds] = [match[1], match[2] ?? 0, match[3] ?? 0].map(Number);
      if (
        hours === undefined ||
        minutes === undefined ||
        seconds === undefined ||
        minutes > 59 ||
        seconds > 59
      ) {
        return refuse('CELL_NOT_A_DATE', () => ({ expected: 'YYYY-MM-DD HH:mm' }));
      }
      const wall = Date.parse(`${dayPart}T00:00:00Z`) + ((hours * 60 + minutes) * 60 + seconds) * 1000;
      return { value: new Date(wall - SHANGHAI_OFFSET_MS).toISOString() };
    },
  };
}

/** An instant as wall time in Asia/Shanghai: YYYY-MM-DD HH:mm:ss. */
export function shanghaiWallTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** The day as YYYY-MM-DD when it exists in the calendar, otherwise null. */
function dayOf(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const match = DAY.exec(plain) ?? COMPACT_DAY.exec(plain);
  if (match === null) return null;
  const [, year = '', month = '', date = ''] = match;
  const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value) ? value : null;
}
