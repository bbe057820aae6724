import { inspect } from 'node:util';
import { defineEntity, p } from '@mikro-orm/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  asLastStatement,
  countStatements,
  type Database,
  describeDatabaseError,
  inTransaction,
  NestedQueryError,
  TransactionAbortedError,
  TransactionEndedError,
  TransactionRequiredError,
  TransactionTimeoutError,
  type Work,
} from '../../server/src/platform/database/index.ts';
import { openScratchDatabase } from '../harness/database.ts';

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: {
    id: p.uuid().primary(),
    title: p.string().unique('note_title_unique'),
    minutes: p.bigint('string').nullable(),
    at: p.datetime().nullable(),
  },
});
class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);

const id = (n: number): string => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;

let database: Database;

beforeAll(async () => {
  database = await openScratchDatabase({ entities: [NoteSchema] });
  await database.orm.em
    .fork()
    .execute(
      'create table note (id uuid primary key, title text not null constraint note_title_unique unique, minutes bigint, at timestamptz)',
    );
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.orm.em.fork().execute('delete from note');
});

const titles = async (): Promise<string[]> => {
  const rows = await database.orm.em.fork().find(Note, {}, { orderBy: { title: 'asc' } });
  return rows.map((row) => row.title);
};

describe('inTransaction', () => {
  it('commits what was flushed and what raw SQL wrote, together', async () => {
    await inTransaction(database, async ({ em }) => {
      em.create(Note, { id: id(1), title: 'orm', minutes: '90071992547409931', at: new Date(0) });
      await sql`insert into note (id, title) values (${id(2)}, ${'kysely'})`.execute(em.getKysely());
      await em.execute('insert into note (id, title) values (?, ?)', [id(3), 'raw']);
    });
    expect(await titles()).toEqual(['kysely', 'orm', 'raw']);
    const note = await database.orm.em.fork().findOneOrFail(Note, { id: id(1) });
    expect(note.minutes).toBe('90071992547409931');
    expect(note.at).toEqual(new Date(0));
  });

  it('rolls everything back when the callback throws', async () => {
    const refusal = new Error('refused');
    const attempt = inTransaction(database, async ({ em }) => {
      await em.execute('insert into note (id, title) values (?, ?)', [id(1), 'lost']);
      throw refusal;
    });
    await expect(attempt).rejects.toBe(refusal);
    expect(await titles()).toEqual([]);
  });

  it('does not acknowledge a transaction whose statement failed and was swallowed', async () => {
    const attempt = inTransaction(database, async ({ em }) => {
      await em.execute('insert into note (id, title) values (?, ?)', [id(1), 'lost']);
      await em.execute('select 1 / 0').catch(() => undefined);
    });
    await expect(attempt).rejects.toBeInstanceOf(TransactionAbortedError);
    expect(await titles()).toEqual([]);
  });

  it('commits after a failure that a savepoint undid', async () => {
    await inTransaction(database, async ({ em }) => {
      em.create(Note, { id: id(1), title: 'kept' });
      await em.flush();
      const inner = em.transactional(async (nested) => {
        await nested.execute('insert into note (id, title) values (?, ?)', [id(2), 'kept']);
      });
      await expect(inner).rejects.toMatchObject({ code: '23505' });
    });
    expect(await titles()).toEqual(['kept']);
  });

  it('refuses a query past its entity manager, through the ORM, Kysely and PGlite, instead of hanging', async () => {
    const { pglite } = database;
    const embedded =
      pglite === undefined
        ? []
        : [
            () => pglite.query('select 1'),
            () => pglite.exec('select 1'),
            () => pglite.transaction(async () => undefined),
            () => database.listen('never', () => undefined),
          ];
    const attempts: (() => Promise<unknown>)[] = [
      () => database.orm.em.fork().find(Note, {}),
      () => sql`select 1`.execute(database.orm.em.fork().getKysely()),
      () => inTransaction(database, async () => undefined),
      () => database.ping(),
      ...embedded,
    ];
    for (const nested of attempts) {
      await expect(inTransaction(database, nested)).rejects.toBeInstanceOf(NestedQueryError);
    }
    expect(await titles()).toEqual([]);
  });

  it('refuses transactions opened by anything else', async () => {
    const em = database.orm.em.fork();
    em.create(Note, { id: id(1), title: 'outside' });
    await expect(em.flush()).rejects.toBeInstanceOf(TransactionRequiredError);
    await expect(database.orm.em.fork().begin()).rejects.toBeInstanceOf(TransactionRequiredError);
    expect(await titles()).toEqual([]);
  });

  it('lets other call chains wait for a running transaction', async () => {
    const seen: string[] = [];
    await Promise.all([
      inTransaction(database, async ({ em }) => {
        await em.execute('insert into note (id, title) values (?, ?)', [id(1), 'first']);
        seen.push('written');
      }),
      titles().then(() => seen.push('read')),
      inTransaction(database, async ({ em }) => {
        await em.execute('insert into note (id, title) values (?, ?)', [id(2), 'second']);
      }),
    ]);
    expect(await titles()).toEqual(['first', 'second']);
    expect(seen).toContain('read');
  });

  it('ends what runs longer than its limit, and lets nothing of it through afterwards', async () => {
    const late = Promise.withResolvers<void>();
    const straggler = Promise.withResolvers<unknown[]>();
    const attempt = inTransaction(
      database,
      async ({ em }) => {
        await em.execute('insert into note (id, title) values (?, ?)', [id(1), 'slow']);
        await late.promise;
        const own = await em
          .execute('insert into note (id, title) values (?, ?)', [id(2), 'late'])
          .catch((e) => e);
        const other = await database.orm.em
          .fork()
          .execute('select 1')
          .catch((e) => e);
        straggler.resolve([own, other]);
      },
      { limit: 30 },
    );
    await expect(attempt).rejects.toBeInstanceOf(TransactionTimeoutError);
    late.resolve();
    const [own, other] = await straggler.promise;
    expect(own).toBeInstanceOf(Error);
    expect(other).toBeInstanceOf(TransactionTimeoutError);
    expect(await titles()).toEqual([]);
  });

  it('refuses a statement that comes after the commit', async () => {
    const escaped = await inTransaction(database, async ({ em }) => ({ late: () => em.getKysely(), em }));
    await expect(sql`select 1`.execute(escaped.late())).resolves.toBeDefined();
    const kysely = await inTransaction(database, async ({ em }) => ({ handle: em.getKysely() }));
    const late = sql`insert into note (id, title) values (${id(1)}, ${'late'})`.execute(kysely.handle);
    await expect(late).rejects.toThrow(/already committed|has ended/);
    expect(TransactionEndedError.name).toBe('TransactionEndedError');
    expect(await titles()).toEqual([]);
  });

  it('runs again after a serialization failure, three times at most', async () => {
    const fail = "do $$ begin raise exception 'again' using errcode = '40001'; end $$";
    let runs = 0;
    await inTransaction(database, async ({ em }) => {
      runs += 1;
      await em.execute('insert into note (id, title) values (?, ?)', [id(runs), `run ${runs}`]);
      if (runs < 3) await em.execute(fail);
    });
    expect(await titles()).toEqual(['run 3']);
    runs = 0;
    const attempt = inTransaction(database, async ({ em }) => {
      runs += 1;
      await em.execute(fail);
    });
    await expect(attempt).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(3);
  });
});

describe('the last statement of a transaction', () => {
  const add = (work: Work, n: number, title: string) =>
    sql`insert into note (id, title) values (${id(n)}, ${title})`.execute(work.kysely);

  it('commits with what came before it, prepared or not', async () => {
    for (let n = 1; n <= 8; n += 1)
      await inTransaction(database, async (work) => {
        if (n % 2 === 0) await add(work, 10 + n, `before ${n}`);
        await asLastStatement(() => add(work, n, `last ${n}`));
      });
    expect(await titles()).toEqual([
      ...[2, 4, 6, 8].map((n) => `before ${n}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `last ${n}`),
    ]);
  });

  it('takes everything with it when it fails, and its error is the one told', async () => {
    await inTransaction(database, (work) => add(work, 1, 'there'));
    for (const before of [true, false]) {
      const attempt = inTransaction(database, async (work) => {
        if (before) await add(work, 2, 'lost');
        await asLastStatement(() => add(work, 3, 'there'));
      });
      await expect(attempt).rejects.toMatchObject({ code: '23505' });
    }
    expect(await titles()).toEqual(['there']);
    await inTransaction(database, (work) => add(work, 4, 'usable'));
    expect(await titles()).toEqual(['there', 'usable']);
  });

  it('tells what only the commit refuses', async () => {
    await database.orm.em
      .fork()
      .execute('create table late (n int constraint late_n_unique unique deferrable initially deferred)');
    const attempt = inTransaction(database, (work) =>
      asLastStatement(() => sql`insert into late values (${1}), (${1})`.execute(work.kysely)),
    );
    await expect(attempt).rejects.toMatchObject({ code: '23505' });
    const { rows } = await sql`select * from late`.execute(database.orm.em.fork().getKysely());
    expect(rows).toEqual([]);
  });

  it('is the last one, and none commits what a swallowed error spoiled', async () => {
    const attempt = inTransaction(database, async (work) => {
      await asLastStatement(() => add(work, 1, 'kept'));
      await add(work, 2, 'too late');
    });
    await expect(attempt).rejects.toBeInstanceOf(TransactionEndedError);
    expect(await titles()).toEqual(['kept']);
    const spoiled = inTransaction(database, async (work) => {
      await work.em.execute('select 1 / 0').catch(() => undefined);
      await asLastStatement(() => add(work, 3, 'spoiled'));
    });
    await expect(spoiled).rejects.toMatchObject({ code: '25P02' });
    expect(await titles()).toEqual(['kept']);
    await expect(async () => asLastStatement(async () => undefined)).rejects.toBeInstanceOf(
      TransactionRequiredError,
    );
  });

  it('runs again after a serialization failure with all that came before', async () => {
    let runs = 0;
    await inTransaction(database, async (work) => {
      runs += 1;
      await add(work, runs, `run ${runs}`);
      await asLastStatement(() =>
        runs < 3
          ? work.em.execute("do $$ begin raise exception 'again' using errcode = '40001'; end $$")
          : add(work, 9, 'last'),
      );
    });
    expect(await titles()).toEqual(['last', 'run 3']);
  });
});

describe('what is read behind the commit', () => {
  const all = (work: Work) => sql<Titled>`select title from note order by title`.compile(work.kysely);
  const add = (work: Work, n: number, title: string) =>
    sql`insert into note (id, title) values (${id(n)}, ${title})`.execute(work.kysely);
  interface Titled {
    readonly title: string;
  }

  it('sees what was committed, and is counted', async () => {
    const { value, count } = await countStatements(() =>
      inTransaction(database, (work) => asLastStatement(() => add(work, 1, 'one'), [all(work), all(work)])),
    );
    expect(value).toEqual([[{ title: 'one' }], [{ title: 'one' }]]);
    expect(count).toBe(3);
  });

  it('takes nothing back when it fails, and leaves the connection usable', async () => {
    const rows = await inTransaction(database, (work) => {
      const failing = sql`select 1 / ${0}::int`.compile(work.kysely);
      return asLastStatement(() => add(work, 1, 'kept'), [failing, all(work)]);
    });
    expect(rows).toEqual([null, [{ title: 'kept' }]]);
    await inTransaction(database, (work) => add(work, 2, 'usable'));
    expect(await titles()).toEqual(['kept', 'usable']);
  });

  it('is no answer when the transaction fails', async () => {
    await inTransaction(database, (work) => add(work, 1, 'there'));
    const attempt = inTransaction(database, (work) =>
      asLastStatement(() => add(work, 2, 'there'), [all(work)]),
    );
    await expect(attempt).rejects.toMatchObject({ code: '23505' });
    expect(await titles()).toEqual(['there']);
  });
});

describe('describeDatabaseError', () => {
  it('names code, constraint and table, and nothing of the query or the row', async () => {
    const insert = (title: string) =>
      inTransaction(database, async ({ em }) => {
        em.create(Note, { id: id(title === 'a' ? 1 : 2), title: '13800138000' });
      });
    await insert('a');
    const error: unknown = await insert('b').catch((reason) => reason);
    expect(describeDatabaseError(error)).toEqual({
      code: '23505',
      constraint: 'note_title_unique',
      table: 'note',
    });
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 9 })).not.toContain('13800138000');
    expect(describeDatabaseError(new Error('other'))).toBeUndefined();
  });
});

describe('countStatements', () => {
  it('counts the statements of its own call chain and keeps values out of their text', async () => {
    const other = titles();
    const { value, count, statements } = await countStatements(async () => {
      await inTransaction(database, async ({ em }) => {
        em.create(Note, { id: id(1), title: '13800138000' });
      });
      return titles();
    });
    await other;
    expect(value).toEqual(['13800138000']);
    expect(count).toBe(2);
    expect(statements.join('\n')).toMatch(/insert into "note"/);
    expect(statements.join('\n')).not.toContain('13800138000');
  });
});
