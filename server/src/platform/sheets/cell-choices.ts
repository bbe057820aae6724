import { type EnumTable, valuesOf } from '@xinghuo/shared/kernel/label';
import { type CellParser, refuse } from './cell-parser.ts';
import { nearest, normalise } from './nearest.ts';

/** One value of an enumeration, written as its Chinese or English label, its name in the contract or its national code. */
export function oneOf<K extends string>(table: EnumTable<K>): CellParser<K> {
  const find = finder(table);
  return {
    format: 'text',
    form: { zh: '从列表中选一项', en: 'One of the list' },
    choices: Object.values(table),
    read(cell) {
      const value = find(cell.text);
      return value === undefined
        ? refuse('CELL_NOT_IN_LIST', () => ({ nearest: suggest(table, cell.text) }))
        : { value };
    },
  };
}

/** Several values of an enumeration, separated by 、 , ; or a line break; each once. */
export function manyOf<K extends string>(table: EnumTable<K>, { max }: { max: number }): CellParser<K[]> {
  const find = finder(table);
  return {
    format: 'text',
    form: {
      zh: `可填多项，用“、”分开，最多 ${max} 项：${Object.values<{ zh: string }>(table)
        .map(({ zh }) => zh)
        .join('、')}`,
      en: `Up to ${max} of: ${Object.values<{ en: string }>(table)
        .map(({ en }) => en)
        .join('; ')}`,
    },
    read(cell) {
      const values = new Set<K>();
      for (const part of cell.text.split(/[、,，;；\n]+/)) {
        if (part.trim() === '') continue;
        const value = find(part);
        if (value === undefined) return refuse('CELL_NOT_IN_LIST', () => ({ nearest: suggest(table, part) }));
        values.add(value);
      }
      return values.size > max
        ? refuse('CELL_OUT_OF_RANGE', () => ({ min: 0, max }))
        : { value: [...values] };
    },
  };
}

const YES = new Set(['是', '有', '√', '✓', 'yes', 'y', 'true', '1']);
const NO = new Set(['否', '无', '×', '✗', 'no', 'n', 'false', '0']);

/** Yes or no: 是/否, yes/no, true/false, 1/0, √/×. */
export function yesNo(): CellParser<boolean> {
  return {
    format: 'text',
    form: { zh: '是或否', en: 'Yes or no' },
    choices: [
      { zh: '是', en: 'Yes' },
      { zh: '否', en: 'No' },
    ],
    read(cell) {
      const word = normalise(cell.text);
      if (YES.has(word)) return { value: true };
      return NO.has(word) ? { value: false } : refuse('CELL_NOT_IN_LIST', () => ({ nearest: null }));
    },
  };
}

function finder<K extends string>(table: EnumTable<K>): (typed: string) => K | undefined {
  const byWord = new Map<string, K>();
  for (const key of valuesOf(table)) {
    const { zh, en, code } = table[key];
    for (const word of [key, zh, en, code]) {
      if (word !== undefined && !byWord.has(normalise(word))) byWord.set(normalise(word), key);
    }
  }
  return (typed) => byWord.get(normalise(typed));
}

/** The label nearest to what was typed, in the language it was typed in. */
function suggest(table: EnumTable, typed: string): string | null {
  const labels = Object.values(table);
  const words = /\p{Script=Han}/u.test(typed) ? labels.map(({ zh }) => zh) : labels.map(({ en }) => en);
  return nearest(typed, words);
}
