import { parseSheet } from './parse-sheet.ts';
import type { Sheet, SheetColumn, SheetDefinition, SheetRow } from './sheet-definition.ts';
import { templateWorkbook } from './template-workbook.ts';

/** Describes an importable sheet once; template, reading and problems follow from it. */
export function defineSheet<const C extends readonly SheetColumn[]>(
  definition: SheetDefinition<C>,
): Sheet<SheetRow<C>> {
  const keys = new Set(definition.columns.map(({ key }) => key));
  if (keys.size !== definition.columns.length) throw new TypeError('two columns with one key');
  for (const key of definition.naturalKey) {
    if (!keys.has(key)) throw new TypeError(`the natural key names no column: ${key}`);
  }
  return {
    definition,
    template: (locale) => templateWorkbook(definition, locale),
    parse: (source, kind, limits) => parseSheet<SheetRow<C>>(definition, source, kind, limits),
  };
}
