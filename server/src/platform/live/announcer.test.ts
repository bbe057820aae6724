import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunSql } from '../read/reader.ts';
import { Announcer } from './announcer.ts';
import { Topics } from './topics.ts';

const kysely = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** What left for the other instances: the topics and payloads of each statement. */
function listening(away: () => boolean) {
  const sent: unknown[][] = [];
  const run: RunSql = async <R>(query: RawBuilder<R> | CompiledQuery<R>) => {
    if (away()) throw new Error('away');
    const { parameters } = 'compile' in query ? query.compile(kysely) : query;
    const messages = JSON.parse(String(parameters[0])) as string[];
    sent.push(messages.map((message) => JSON.parse(message).payload));
    return [];
  };
  return { sent, run };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what was committed', () => {
  const message = (roundId: string) => ({ topic: 'judging.changed', payload: { roundId } });

  it('is told here at once, and to other instances together and not twice', async () => {
    const topics = new Topics();
    const here: unknown[] = [];
    topics.on('judging.changed', ({ payload }) => here.push(payload));
    const { sent, run } = listening(() => false);
    const announcer = new Announcer(topics, run, pino({ enabled: false }));
    for (const round of ['a', 'b', 'a']) announcer.tell(message(round));
    expect(here).toHaveLength(3);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([[{ roundId: 'a' }, { roundId: 'b' }]]);
    announcer.tell(message('a'));
    await announcer.stop();
    expect(sent).toEqual([[{ roundId: 'a' }, { roundId: 'b' }], [{ roundId: 'a' }]]);
  });

  it('is told once the database is back', async () => {
    let away = true;
    const { sent, run } = listening(() => away);
    const announcer = new Announcer(new Topics(), run, pino({ enabled: false }));
    announcer.tell(message('a'));
    await vi.advanceTimersByTimeAsync(100);
    away = false;
    announcer.tell(message('b'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([[{ roundId: 'a' }, { roundId: 'b' }]]);
  });
});
