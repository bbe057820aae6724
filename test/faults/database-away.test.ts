import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Database,
  describeDatabaseError,
  inTransaction,
  isDatabaseUnavailable,
  openDatabase,
} from '../../server/src/platform/database/index.ts';
import { type PostgresServer, startPostgres } from '../harness/postgres-server.ts';

let server: PostgresServer;
let database: Database;

beforeAll(async () => {
  server = await startPostgres({ durable: true });
  const url = server.url('postgres');
  database = await openDatabase({ url, dataDir: '', entities: [], statementTimeout: 300, poolSize: 3 });
  await database.orm.em.fork().execute('create table kept (number int primary key)');
});

afterAll(async () => {
  await database?.close();
  await server?.stop();
});

const insert = (number: number, during?: () => Promise<void>) =>
  inTransaction(database, async ({ em }) => {
    await sql`insert into kept (number) values (${number})`.execute(em.getKysely());
    await during?.();
  });

const kept = async (): Promise<number[]> => {
  const { rows } = await sql<{ number: number }>`select number from kept order by number`.execute(
    database.orm.em.fork().getKysely(),
  );
  return rows.map((row) => row.number);
};

describe('a PostgreSQL that goes away and comes back', () => {
  it('fails clearly meanwhile, loses nothing acknowledged, and needs no restart of ours', async () => {
    const heard: string[] = [];
    const gap = vi.fn();
    const stop = await database.listen('news', (payload) => heard.push(payload), gap);
    await insert(1);
    const interrupted: unknown = await insert(2, () => server.crash()).catch((error) => error);
    expect(isDatabaseUnavailable(interrupted)).toBe(true);
    const away: unknown = await kept().catch((error) => error);
    expect(isDatabaseUnavailable(away)).toBe(true);
    await expect(database.ping()).rejects.toThrow();

    await server.restart();
    await vi.waitFor(() => database.ping(), 10_000);
    expect(await kept()).toEqual([1]);
    await insert(3);
    expect(await kept()).toEqual([1, 3]);

    await vi.waitFor(() => expect(gap).toHaveBeenCalledTimes(1), 10_000);
    await inTransaction(database, async ({ em }) => {
      await sql`select pg_notify('news', 'again')`.execute(em.getKysely());
    });
    await vi.waitFor(() => expect(heard).toEqual(['again']), 5_000);
    await stop();
  });

  it('gives every connection back, also of transactions that could not begin or end', async () => {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await insert(10, () => Promise.reject(new Error('refused'))).catch(() => undefined);
      await database.orm.em
        .fork()
        .begin()
        .catch(() => undefined);
    }
    expect(await kept()).toEqual([1, 3]);
  });

  it('cancels a statement that runs too long, and rolls its transaction back', async () => {
    const slow: unknown = await inTransaction(database, async ({ em }) => {
      await sql`insert into kept (number) values (4)`.execute(em.getKysely());
      await sql`select pg_sleep(5)`.execute(em.getKysely());
    }).catch((error) => error);
    expect(describeDatabaseError(slow)).toEqual({ code: '57014' });
    expect(await kept()).toEqual([1, 3]);
  });

  it('goes on when a migration of another instance changes what prepared statements return', async () => {
    const em = () => database.orm.em.fork().getKysely();
    const all = () => sql<object>`select * from kept where number = ${1}`.execute(em());
    for (let use = 0; use < 12; use += 1) await all();
    await sql`alter table kept add column note text`.execute(em());
    expect((await all()).rows).toEqual([{ number: 1, note: null }]);
    for (let use = 0; use < 12; use += 1) await all();
    await sql`alter table kept add column place text`.execute(em());
    const { rows } = await inTransaction(database, ({ kysely }) =>
      sql<object>`select * from kept where number = ${1}`.execute(kysely),
    );
    expect(rows).toEqual([{ number: 1, note: null, place: null }]);
  });

  it('repeats transactions that the server made deadlock', async () => {
    let runs = 0;
    const bothHold = Promise.withResolvers<void>();
    const both = (first: number, second: number) =>
      inTransaction(database, async ({ em }) => {
        const lock = (number: number) => sql`select pg_advisory_xact_lock(${number})`.execute(em.getKysely());
        await lock(first);
        runs += 1;
        if (runs === 2) bothHold.resolve();
        await bothHold.promise;
        await lock(second);
      });
    await database.orm.em.fork().execute("alter system set deadlock_timeout = '20ms'");
    await database.orm.em.fork().execute('select pg_reload_conf()');
    await Promise.all([both(1, 2), both(2, 1)]);
    // The server ends one of the two, and that one runs again.
    expect(runs).toBe(3);
  });
});
