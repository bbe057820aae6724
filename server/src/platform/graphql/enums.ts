import type { EnumTable } from '@xinghuo/shared/kernel/label';
import { registerEnumType } from 'type-graphql';

/** A GraphQL enum as type-graphql wants it: an object whose keys are the values. */
export type EnumObject<K extends string> = { readonly [P in K]: P };

/** Registers a documented enumeration as a GraphQL enum; labels and national codes become its descriptions. */
export function graphqlEnum<K extends string>(
  name: string,
  description: string,
  table: EnumTable<K>,
): EnumObject<K> {
  const keys = Object.keys(table) as K[];
  const values = Object.fromEntries(keys.map((key) => [key, key])) as EnumObject<K>;
  const valuesConfig = Object.fromEntries(
    keys.map((key) => {
      const { zh, en, code, note } = table[key];
      return [key, { description: `${en} ${zh}${code ? ` (${code})` : ''}${note ? `. ${note}` : ''}` }];
    }),
  ) as Record<K, { description: string }>;
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}
