import { deepStrictEqual } from 'node:assert/strict';
import type { Server } from './processes.ts';
import { type Line, SIDES, type Side } from './requests.ts';

/**
 * Makes sure, before anything is measured, that the sides do the same work: the hand-written answer is the product's,
 * value by value, and PostGraphile's, with and without row-level security, have as many rows and no errors.
 */
export async function assertSame(line: Line, servers: Readonly<Record<Side, Server>>): Promise<void> {
  for (const which of ['asks', 'small'] as const) {
    const [product, hand, ...others] = await Promise.all(
      SIDES.map((side) => answerOf(line, which, side, servers[side])),
    );
    deepStrictEqual(comparable(hand), comparable(product), `${line.name}: hand-written and product differ`);
    for (const other of others) {
      const [ours, theirs] = [rowsIn(product), rowsIn(other)];
      if (ours !== theirs)
        throw new Error(`${line.name}: the product answers ${ours} rows, PostGraphile ${theirs}`);
    }
  }
}

async function answerOf(line: Line, which: 'asks' | 'small', side: Side, server: Server): Promise<unknown> {
  const [ask] = line[which][side];
  const response = await fetch(`http://127.0.0.1:${server.port}${ask?.path}`, {
    method: 'POST',
    headers: { cookie: ask?.cookie ?? '', 'content-type': 'application/json' },
    body: ask?.body ?? '',
  });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown };
  if (answer.errors || !answer.data)
    throw new Error(`${line.name}, ${side}: ${JSON.stringify(answer.errors ?? answer).slice(0, 1000)}`);
  return answer.data;
}

/** Instants may be written with or without an offset and with more or fewer digits: compared are the instants. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value))
    return new Date(value).toISOString();
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, comparable(item)]));
  return value;
}

/** Objects with a key in the answer's longest list. */
function rowsIn(value: unknown): number {
  if (Array.isArray(value)) return Math.max(value.length, ...value.map(rowsIn));
  if (typeof value === 'object' && value !== null) return Math.max(0, ...Object.values(value).map(rowsIn));
  return 0;
}
