import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import { parse } from 'postgres-array';

const INT8 = 20;

/** Text of a value as PostgreSQL sends it, to the value our code sees. */
export type ValueParser = (text: string) => unknown;

/**
 * Parsers laid over the drivers' own, so that both engines hand out the same values: instants, dates and intervals
 * stay text (the ORM makes dates of them, JSON built in SQL never needs to), and int8 stays text because it does not
 * fit a number; PGlite alone would make it a number.
 */
export function valueParsers(): Record<number, ValueParser> {
  return { ...createPostgreSqlTypeParsers((text) => parse(text)), [INT8]: (text) => text };
}
