import type { EnumTable, Label } from '@xinghuo/shared/kernel/label';
import type { FilterInput, ListDefinition } from '../read/define-list.ts';

/** Where a value stands in the row that was read: `name`, `team.unit.name`, `grants.role` of a list of grants. */
export type ExportPath = string;

/** One column of an exported list. */
export interface ExportColumn extends Label {
  readonly key: string;
  /** `list` joins several texts by 、 and `words` shows an enumeration by its labels, one or several values. */
  readonly type: 'text' | 'number' | 'day' | 'instant' | 'yesNo' | 'list' | 'words' | 'hours';
  /** Where the value stands; fields of the list's read definition only. */
  readonly value: ExportPath;
  /** The labels of `words`. */
  readonly table?: EnumTable;
  /** Decimal places of a number; all that there are when absent. */
  readonly places?: number;
  /** Width in characters. */
  readonly width?: number;
}

/** A list that can be exported. */
export interface ExportedList {
  /** The query field of the list, and the name of the file: `/exports/<list>.xlsx`. Its right and arguments apply. */
  readonly list: string;
  readonly name: Label;
  readonly of: ListDefinition<FilterInput, string>;
  readonly columns: readonly ExportColumn[];
}

const lists = new Map<string, ExportedList>();

/** Declares that a list can be exported. */
export function defineExport<F extends FilterInput, S extends string>(definition: {
  readonly list: string;
  readonly name: Label;
  readonly of: ListDefinition<F, S>;
  readonly columns: readonly ExportColumn[];
}): void {
  if (lists.has(definition.list)) throw new Error(`two exports of ${definition.list}`);
  for (const column of definition.columns) {
    if ((column.type === 'words') !== (column.table !== undefined)) {
      throw new Error(`${definition.list}.${column.key}: words, and nothing else, need a table`);
    }
  }
  // The filter's type is checked against the schema when a request comes in.
  lists.set(definition.list, {
    ...definition,
    of: definition.of as unknown as ListDefinition<FilterInput, string>,
  });
}

/** Every list that can be exported, by name. */
export function exportedLists(): ReadonlyMap<string, ExportedList> {
  return lists;
}
