/** Values of a row for an object that is there already: null and undefined leave what stands. */
export type RowValues<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/** Sets what differs and tells whether anything did; lists are compared by their content. */
export function assignChanged<T extends object>(target: T, values: RowValues<T>): boolean {
  let changed = false;
  for (const key of Object.keys(values) as (keyof T & string)[]) {
    const value = values[key];
    if (value === null || value === undefined || same(target[key], value)) continue;
    target[key] = value as T[typeof key];
    changed = true;
  }
  return changed;
}

function same(present: unknown, given: unknown): boolean {
  if (Array.isArray(present) && Array.isArray(given)) {
    return present.length === given.length && present.every((value, index) => value === given[index]);
  }
  return present === given;
}
