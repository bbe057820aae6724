import { createHash } from 'node:crypto';

/** The place of a row in an order: the values it was sorted by and its id. Opaque to callers. */
export interface CursorPlace {
  readonly values: readonly string[];
}

/** A short name of an order, so that a cursor of one order is refused in another. */
export function orderSignature(order: string): string {
  return createHash('sha256').update(order).digest('base64url').slice(0, 8);
}

/** Writes a cursor. */
export function writeCursor(signature: string, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([signature, ...values.map(String)]), 'utf8').toString('base64url');
}

/** Reads a cursor; null when it is not one of this order. */
export function readCursor(signature: string, count: number, cursor: string): CursorPlace | null {
  if (cursor.length > 2000) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== count + 1 || parsed[0] !== signature) return null;
    if (!parsed.every((value) => typeof value === 'string')) return null;
    return { values: parsed.slice(1) as string[] };
  } catch {
    return null;
  }
}
