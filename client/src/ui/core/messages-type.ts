/** A tree of sentences. Keys ending in `_other` or `_one` are plural forms, chosen by `count`. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/**
 * What the English table of a Chinese one must hold: the same keys, any words. Where Chinese has one form for every
 * number (`rows_other`), English adds `rows_one`.
 */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]>;
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};

/** The two languages of the product. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
