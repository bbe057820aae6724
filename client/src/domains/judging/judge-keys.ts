import type { MarkScale } from '@xinghuo/shared/judging/domain/score-sheet';
import { canonicalDecimal, isDecimalText, parseDecimal } from '@xinghuo/shared/judging/scoring/ratio';
import { fitsScale, hasHalves } from './judge-marks.ts';

/** What has been typed at a criterion since it was entered. */
export interface Typing {
  readonly criterion: string;
  readonly text: string;
}

/** What a key does: the typing goes on, and there may be a mark. */
export interface Typed {
  readonly typing: Typing;
  /** Absent when the key gives no mark yet. */
  readonly value?: string;
}

const decimals = (scale: MarkScale): number => scale.step.replace(/\.?0*$/, '').split('.')[1]?.length ?? 0;

function markOf(text: string, scale: MarkScale): string | undefined {
  const written = text.endsWith('.') ? text.slice(0, -1) : text;
  if (!isDecimalText(written)) return undefined;
  return fitsScale(parseDecimal(written), scale) ? canonicalDecimal(written) : undefined;
}

function typed(criterion: string, text: string, value: string | undefined): Typed {
  return { typing: { criterion, text }, ...(value === undefined ? {} : { value }) };
}

/**
 * Marking by number keys. A digit is the mark at once: `8` gives 8. A digit that makes a possible longer number goes
 * on with it (`1` `0` gives 10), any other begins anew (`8` `7` gives 7). `.` adds the half point where the scale has
 * halves (`8` `.` gives 8.5, and so does `8` `.` `5`); on finer scales it opens the decimals. Leaving the criterion or
 * Backspace ends the typing. Null when the key means nothing here.
 */
export function typeKey(before: Typing, criterion: string, key: string, scale: MarkScale): Typed | null {
  const text = before.criterion === criterion ? before.text : '';
  if (key === '.') return typePoint(text, criterion, scale);
  if (!/^\d$/.test(key)) return null;
  const longer = text + key;
  const fits = (text: string): boolean =>
    (text.split('.')[1]?.length ?? 0) <= decimals(scale) &&
    !/^0\d/.test(text) &&
    Number(text) <= Number(scale.max);
  if (text !== '' && fits(longer)) {
    const value = markOf(longer, scale);
    // On a coarse step a whole number may only become a mark with its next digit.
    if (value !== undefined || !longer.includes('.')) return typed(criterion, longer, value);
  }
  return fits(key) ? typed(criterion, key, markOf(key, scale)) : null;
}

function typePoint(text: string, criterion: string, scale: MarkScale): Typed | null {
  if (decimals(scale) === 0 || text.includes('.')) return null;
  const whole = text === '' ? '0' : text;
  if (decimals(scale) === 1 && hasHalves(scale) && scale.step.startsWith('0.5')) {
    const half = markOf(`${whole}.5`, scale);
    return half === undefined ? null : typed(criterion, `${whole}.`, half);
  }
  return typed(criterion, `${whole}.`, markOf(whole, scale));
}
