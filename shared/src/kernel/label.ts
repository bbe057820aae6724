/** What a person reads, in both languages of the product. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** One value of an enumeration: its labels and, where the national volunteer information system has one, its code. */
export interface EnumValue extends Label {
  readonly code?: string;
  /** What the value means, for the contract's documentation. */
  readonly note?: string;
}

/** A documented enumeration: the single source of the database check, the GraphQL enum and the words on screen. */
export type EnumTable<K extends string = string> = Readonly<Record<K, EnumValue>>;

/** Keeps the keys as literal types while checking the shape. */
export function enumTable<const K extends string>(table: EnumTable<K>): EnumTable<K> {
  return table;
}

/** The values of a table in their written order. */
export function valuesOf<K extends string>(table: EnumTable<K>): readonly K[] {
  return Object.keys(table) as K[];
}
