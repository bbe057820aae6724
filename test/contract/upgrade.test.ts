import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTITIES } from '../../server/src/app/domains.ts';
import { migrations } from '../../server/src/migrations/index.ts';
import {
  type Database,
  inTransaction,
  migrate,
  openDatabase,
} from '../../server/src/platform/database/index.ts';
import { createScratchDatabase, type ScratchDatabase } from '../harness/database.ts';
import { ROWS_OF_012, SHEETS } from './rows-of-012.ts';

/** The product's migrations on a database in use: rows of an older version come through every later one. */

type Row = Readonly<Record<string, unknown>>;
let scratch: ScratchDatabase;
let database: Database;
const before = new Map<string, readonly Row[]>();

const run = <T extends object = Row>(text: string): Promise<T[]> => database.orm.em.fork().execute<T[]>(text);
const rowsOf = async (table: string): Promise<readonly Row[]> =>
  (await run<{ row: Row }>(`select to_jsonb(t) as row from "${table}" t order by id`)).map(({ row }) => row);

beforeAll(async () => {
  scratch = await createScratchDatabase('empty');
  database = await openDatabase({ ...scratch.options, entities: ENTITIES });
  const at = migrations.findIndex(({ name }) => name === '012-training');
  await migrate(database, migrations.slice(0, at + 1));
  // In one transaction: what must add up (weights of criteria) is looked at when it commits.
  await inTransaction(database, async ({ em }) => {
    for (const statement of ROWS_OF_012) await em.execute(statement);
  });
  const tables = new Set(ROWS_OF_012.flatMap((text) => /^insert into "(\w+)"/.exec(text)?.[1] ?? []));
  for (const table of tables) before.set(table, await rowsOf(table));
  expect(await migrate(database, migrations)).toEqual(migrations.slice(at + 1).map(({ name }) => name));
});
afterAll(async () => {
  await database.close();
  await scratch.drop();
});

describe('a database of 012 with an edition under review', () => {
  it('keeps every value of every row', async () => {
    expect(before.size).toBeGreaterThan(20);
    for (const [table, old] of before) {
      const now = await rowsOf(table);
      expect([table, now.length]).toEqual([table, old.length]);
      for (const [n, row] of old.entries()) expect(now[n], table).toMatchObject(row);
    }
  });

  it('learns the order of work that was not kept then, from when each sheet was begun', async () => {
    const orders = await run<{ id: string; place: number | null }>(
      'select id, opened_order as place from score_sheet order by id',
    );
    expect(orders.map(({ place }) => place)).toEqual([1, 2, null, 3, 2, 1]);
    expect(orders.map(({ id }) => id)).toEqual(SHEETS.map(({ id }) => id));
  });

  it('gives what is new its value for what was there', async () => {
    const [round] = await run('select practice_rule, blind from round');
    expect(round).toEqual({ practice_rule: 'OFFERED', blind: false });
    const sheets = await run('select distinct remark_released from score_sheet');
    expect(sheets).toEqual([{ remark_released: false }]);
    const [result] = await run('select analysis, analysis_settings, analysis_digest from result');
    expect(result).toEqual({ analysis: null, analysis_settings: null, analysis_digest: null });
  });

  it('is read as a whole by the product of today', async () => {
    const em = database.orm.em.fork();
    const counts = new Map<string, number>();
    for (const entity of ENTITIES) counts.set(entity.name, (await em.find<object>(entity, {})).length);
    expect(counts.get('ScoreSheet')).toBe(SHEETS.length);
    expect([...counts.values()].filter((count) => count > 0).length).toBe(before.size);
  });

  it('guards its sheets as one that was made today', async () => {
    const refused = (text: string) => expect(run(text)).rejects.toThrow();
    const [locked, , assigned] = SHEETS;
    await refused(`update score_sheet set total = 1 where id = '${locked.id}'`);
    await refused(`update score_sheet set state = 'STRUCK' where id = '${assigned.id}'`);
    await run(`update score_sheet set state = 'STRUCK' where id = '${locked.id}'`);
    await refused(`delete from score_sheet where id = '${locked.id}'`);
    await refused("update audit_event set actor = '别人'");
  });
});
