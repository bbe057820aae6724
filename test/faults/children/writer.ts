import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { inTransaction, openDatabase } from '../../../server/src/platform/database/index.ts';

/**
 * Writes for ever, in transactions of two rows each, and acknowledges each one on standard output only after its
 * commit has returned. Prints `open` first. Started and killed by database-kill.test.ts.
 */
const database = await openDatabase({ dataDir: process.argv[2] ?? '', entities: [] });
await database.orm.em.fork().execute('create table if not exists pair (number int, half text)');
const [last] = await database.orm.em
  .fork()
  .execute<{ top: number }[]>('select coalesce(max(number), 0) as top from pair');
writeSync(1, 'open\n');
for (let number = (last?.top ?? 0) + 1; ; number += 1) {
  await inTransaction(database, async ({ em }) => {
    await sql`insert into pair (number, half) values (${number}, 'first')`.execute(em.getKysely());
    await sql`insert into pair (number, half) values (${number}, 'second')`.execute(em.getKysely());
  });
  writeSync(1, `${number}\n`);
}
