import { isStalePlan } from './statement-names.ts';

/** What may be logged or answered of a database error: never the query, its parameters or the row. */
export interface DatabaseErrorDescription {
  /** SQLSTATE of the server (five characters), or the operating system's code such as ECONNREFUSED. */
  code: string;
  constraint?: string;
  table?: string;
  column?: string;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;
const SYSTEM_CODE = /^E[A-Z]{3,}$/;

/** SQLSTATEs that the retry of a whole transaction may cure: serialization failure and deadlock. */
const TRANSIENT = new Set(['40001', '40P01']);

/** The database cannot be reached or refuses connections for now; the request may be sent again later. */
const UNAVAILABLE = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53400',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);
const UNAVAILABLE_SYSTEM = new Set(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * Finds the driver's error in a chain of wrappers and returns its code and names; undefined when the error did not
 * come from the database. MikroORM copies the driver's fields onto its own exception, PGlite and pg set them directly.
 */
export function describeDatabaseError(error: unknown): DatabaseErrorDescription | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth += 1) {
    const code = text(current, 'code');
    if (code !== undefined && (SQLSTATE.test(code) || SYSTEM_CODE.test(code))) {
      const constraint = text(current, 'constraint');
      const table = text(current, 'table');
      const column = text(current, 'column');
      return {
        code,
        ...(constraint === undefined ? {} : { constraint }),
        ...(table === undefined ? {} : { table }),
        ...(column === undefined ? {} : { column }),
      };
    }
    current = Reflect.get(current, 'cause');
  }
  return isLostConnection(error) ? { code: '08006' } : undefined;
}

/** True when running the same transaction again may succeed. */
export function isTransientDatabaseError(error: unknown): boolean {
  const code = describeDatabaseError(error)?.code;
  return (code !== undefined && TRANSIENT.has(code)) || isStalePlan(error);
}

/** True when the database is away for now (down, restarting, out of connections). */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = describeDatabaseError(error)?.code;
  if (code === undefined) return false;
  return code.startsWith('08') || UNAVAILABLE.has(code) || UNAVAILABLE_SYSTEM.has(code);
}

/** True when the database had no room to write; what it was asked to do is undone. */
export function isDatabaseFull(error: unknown): boolean {
  const code = describeDatabaseError(error)?.code;
  return code === '53100' || code === 'ENOSPC' || code === 'EDQUOT';
}

/** pg reports a connection that died under a query, or a pool that found none in time, by message alone. */
function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.message.startsWith('Connection terminated') ||
    error.message.startsWith('timeout exceeded when trying to connect') ||
    error.message.startsWith('Client has encountered a connection error')
  );
}

function text(object: object, key: string): string | undefined {
  const value: unknown = Reflect.get(object, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
