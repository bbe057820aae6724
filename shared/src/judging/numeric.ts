/**
 * Reads of typed arrays that fail loudly outside their bounds instead of computing on with `undefined`.
 * One function per array class keeps each call site of a single shape, which the engine then inlines.
 */
export function f64(array: Float64Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`Index ${index} outside 0 … ${array.length - 1}.`);
  return value;
}

export function i32(array: Int32Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`Index ${index} outside 0 … ${array.length - 1}.`);
  return value;
}

export function u8(array: Uint8Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`Index ${index} outside 0 … ${array.length - 1}.`);
  return value;
}

/** The element of a list that the caller knows to be there. */
export function item<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`Index ${index} outside 0 … ${list.length - 1}.`);
  return value;
}
