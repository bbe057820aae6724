import type { EnumTable } from '@xinghuo/shared/kernel/label';

/** The words of an enumeration in one language, by value: for sentences that name a value. */
export function wordsOf<V extends string>(table: EnumTable<V>, language: 'zh' | 'en'): Record<V, string> {
  const words = {} as Record<V, string>;
  for (const value of Object.keys(table) as V[]) words[value] = table[value][language];
  return words;
}
