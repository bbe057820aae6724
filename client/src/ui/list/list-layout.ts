import type { ListColumn } from './list-types.ts';

/** Which columns somebody chose, in which order. */
export interface ColumnChoice {
  readonly order: readonly string[];
  readonly shown: readonly string[];
}

/** A list of strings in stored JSON. */
function strings(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

/** Reads a stored choice. */
export function parseColumnChoice(value: unknown): ColumnChoice | undefined {
  if (typeof value !== 'object' || value === null || !('order' in value) || !('shown' in value))
    return undefined;
  const order = strings(value.order);
  const shown = strings(value.shown);
  return order && shown ? { order, shown } : undefined;
}

/** A column with whether it is shown. */
export interface PlacedColumn<C> {
  readonly column: C;
  readonly shown: boolean;
}

/**
 * Columns in the chosen order. A column that the product has gained since then stands where it was declared, shown as
 * declared; one that is gone is forgotten.
 */
export function placeColumns<C extends Pick<ListColumn<never>, 'key' | 'hidden'>>(
  columns: readonly C[],
  choice: ColumnChoice | null,
): readonly PlacedColumn<C>[] {
  if (!choice) return columns.map((column) => ({ column, shown: !column.hidden }));
  const placed = choice.order.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  columns.forEach((column, index) => {
    if (!placed.includes(column)) placed.splice(Math.min(index, placed.length), 0, column);
  });
  return placed.map((column) => ({
    column,
    shown: choice.order.includes(column.key) ? choice.shown.includes(column.key) : !column.hidden,
  }));
}

/** Moves the column at `from` to `to`. */
export function moveColumn(order: readonly string[], from: number, to: number): readonly string[] {
  const key = order[from];
  if (key === undefined || to < 0 || to >= order.length) return order;
  const rest = order.filter((_, index) => index !== from);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}

/** A named set of filters and sorting. */
export interface SavedView {
  readonly name: string;
  /** The query part of the address. */
  readonly query: string;
}

/** Reads stored views. */
export function parseViews(value: unknown): readonly SavedView[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(
    (one: unknown): one is SavedView =>
      typeof one === 'object' &&
      one !== null &&
      'name' in one &&
      'query' in one &&
      typeof one.name === 'string' &&
      typeof one.query === 'string',
  );
}
