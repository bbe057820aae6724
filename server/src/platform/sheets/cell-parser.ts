import type { Label } from '@xinghuo/shared/kernel/label';
import type { RawCell } from './raw-cell.ts';
import type { SheetProblemCode, SheetProblemParams } from './sheet-problem.ts';

/** What a cell was understood as, or why not. `params` is only worked out when the problem is shown. */
export type CellOutcome<T> =
  | { readonly value: T }
  | { readonly code: SheetProblemCode; readonly params: () => SheetProblemParams };

/** How one column's cells are read. Never sees empty cells, formulas or errors: those are judged before. */
export interface CellParser<T> {
  read(cell: RawCell): CellOutcome<T>;
  /** What is expected, in words, for the template's explanation. */
  readonly form: Label;
  /** The values offered as a drop-down in the template. */
  readonly choices?: readonly Label[];
  /** How the template formats the column's cells. Text keeps leading zeros and long numbers as typed. */
  readonly format: 'text' | 'number';
}

/** A refusal of a cell. */
export function refuse(
  code: SheetProblemCode,
  params: () => SheetProblemParams = () => ({}),
): { code: SheetProblemCode; params: () => SheetProblemParams } {
  return { code, params };
}

/** Limits on a text. Lengths are in code points, as people count. */
export interface TextLimits {
  max: number;
  min?: number;
  /** A form the whole text must have, with its description. */
  pattern?: RegExp;
  form?: Label;
}

/** Any text, blanks around it removed, line breaks as \n. */
export function text({ max, min = 0, pattern, form }: TextLimits): CellParser<string> {
  return {
    format: 'text',
    form: form ?? { zh: `文字，最多 ${max} 字`, en: `Text, at most ${max} characters` },
    read(cell) {
      const value = cell.text.replace(/\r\n?/g, '\n').trim();
      const length = [...value].length;
      if (length > max) return refuse('CELL_TOO_LONG', () => ({ max, length }));
      if (length < min) return refuse('CELL_TOO_SHORT', () => ({ min, length }));
      if (pattern !== undefined && !pattern.test(value)) {
        return refuse('CELL_MALFORMED', () => ({
          expected: form?.en ?? pattern.source,
          expectedZh: form?.zh ?? pattern.source,
        }));
      }
      return { value };
    },
  };
}

/** A whole number between two bounds, both allowed. */
export function integer({ min, max }: { min: number; max: number }): CellParser<number> {
  return {
    format: 'number',
    form: { zh: `${min} 至 ${max} 的整数`, en: `Whole number from ${min} to ${max}` },
    read(cell) {
      const plain = plainDigits(cell.text);
      if (plain === null || !/^-?\d{1,15}$/.test(plain))
        return refuse('CELL_NOT_A_NUMBER', () => ({ places: 0 }));
      const value = Number(plain);
      return value < min || value > max ? refuse('CELL_OUT_OF_RANGE', () => ({ min, max })) : { value };
    },
  };
}

/** A decimal between two bounds with at most `places` decimal places; stays text so that no digit is lost. */
export function decimalText(limits: { min: string; max: string; places: number }): CellParser<string> {
  const { min, max, places } = limits;
  return {
    format: 'number',
    form: {
      zh: `${min} 至 ${max}，最多 ${places} 位小数`,
      en: `From ${min} to ${max}, at most ${places} decimal places`,
    },
    read(cell) {
      const plain = plainDigits(cell.text);
      const match = plain === null ? null : /^(-?\d{1,18})(?:\.(\d+))?$/.exec(plain);
      const fraction = (match?.[2] ?? '').replace(/0+$/, '');
      if (match === null || fraction.length > places) return refuse('CELL_NOT_A_NUMBER', () => ({ places }));
      const value = fraction === '' ? String(BigInt(match[1] ?? '0')) : `${match[1]}.${fraction}`;
      const scaled = toScaled(value, places);
      return scaled < toScaled(min, places) || scaled > toScaled(max, places)
        ? refuse('CELL_OUT_OF_RANGE', () => ({ min, max }))
        : { value };
    },
  };
}

/** A decimal as a whole number of its last place. */
function toScaled(decimal: string, places: number): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const scaled = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  return decimal.startsWith('-') ? -scaled : scaled;
}

/** Digits as typed in China or elsewhere: full-width forms, thousands separators, a plus sign. */
function plainDigits(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s+]/g, '').replace(/−/g, '-');
  if (!plain.includes(',')) return plain;
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : null;
}

/** One mail address. */
export function mail(): CellParser<string> {
  return {
    format: 'text',
    form: { zh: '电子邮箱地址', en: 'Mail address' },
    read(cell) {
      const value = cell.text.normalize('NFKC').trim();
      return value.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>".]+(\.[^\s@,;<>".]+)+$/.test(value)
        ? { value }
        : refuse('CELL_NOT_A_MAIL');
    },
  };
}
