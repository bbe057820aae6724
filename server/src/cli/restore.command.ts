import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type QueryExecutorProvider, sql } from 'kysely';
import { migrations } from '../migrations/index.ts';
import { inTransaction } from '../platform/database/index.ts';
import { ZipFailure, ZipReader } from '../platform/files/index.ts';
import { type Manifest, type Table, tablesInOrder } from './archive.ts';
import { UsageError } from './command-io.ts';
import { databaseCommand, onlyArgument } from './with-instance.ts';

const HELP = `pnpm xinghuo restore FILE.zip [--json]

把备份恢复到空的数据库（任一种引擎），要么全部恢复，要么不动，并核对每个摘要。系统版本须与备份时相同。

Puts a backup into a database that holds nothing yet, on either engine, all of it or nothing, and checks every digest.
The product must be of the version that made the backup.
`;

/** Rows written at a time. */
const BATCH = 1000;
/** The longest a restoration's transaction may last, in milliseconds. */
const HOURS = 6 * 3_600_000;
/** A backup is the operator's own file: limits only against a damaged directory. */
const LIMITS = { maxEntries: 2_000_000, maxTotalBytes: 1024 ** 4, maxRatio: 10_000 };

/** Restores: see HELP. */
export const run = databaseCommand(HELP, {}, async ({ instance, positionals, say }) => {
  const zip = await openBackup(onlyArgument(positionals, 'the backup file'));
  const manifest = await readManifest(zip);
  const tables = tablesInOrder(instance.database);
  await inTransaction(
    instance.database,
    async ({ kysely: db }) => {
      await demandEmpty(db, tables);
      // The rows were accepted once; the triggers that guard steps would refuse their end states.
      for (const { name } of tables)
        await sql`alter table ${sql.table(name)} disable trigger user`.execute(db);
      for (const table of tables) {
        const expected = manifest.tables.find((one) => one.name === table.name);
        const content = await zip.stream(`tables/${table.name}.jsonl`);
        if (!expected || !content)
          throw new UsageError(`备份中没有表 ${table.name} / the backup holds no table ${table.name}`);
        const found = await putRows(db, table, content);
        if (found.rows !== expected.rows || found.sha256 !== expected.sha256)
          throw new UsageError(
            `备份中的表 ${table.name} 已损坏 / table ${table.name} is damaged in the backup`,
          );
        say(`${table.name}: ${found.rows}`);
      }
      for (const { name } of tables)
        await sql`alter table ${sql.table(name)} enable trigger user`.execute(db);
    },
    { limit: HOURS },
  );
  let files = 0;
  for (const name of zip.names()) {
    if (!name.startsWith('files/')) continue;
    const content = await zip.stream(name);
    if (content) await instance.files.putBack(name.slice('files/'.length), content);
    files += 1;
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    code: 0,
    json: { rows, files, madeAt: manifest.madeAt },
    text: `已恢复 Restored ${rows} rows, ${files} files of ${manifest.madeAt}`,
  };
});

async function openBackup(path: string): Promise<ZipReader> {
  try {
    return await ZipReader.open(path, LIMITS);
  } catch (error) {
    if (error instanceof ZipFailure)
      throw new UsageError(`无法读取 / ${path} cannot be read: ${error.reason}`);
    throw error;
  }
}

async function readManifest(zip: ZipReader): Promise<Manifest> {
  const text = await zip.text('manifest.json', 10_000_000);
  const manifest = text === null ? null : (JSON.parse(text) as Partial<Manifest>);
  if (manifest?.format !== 'xinghuo-backup' || manifest.version !== 1)
    throw new UsageError('这不是星火的备份文件 / this file is not a backup of Xinghuo');
  const here = migrations.at(-1)?.name;
  if (manifest.migration !== here)
    throw new UsageError(
      `备份的版本是 ${manifest.migration}，本系统是 ${here} / the backup is of version ${manifest.migration}, this product of ${here}`,
    );
  return manifest as Manifest;
}

async function demandEmpty(db: QueryExecutorProvider, tables: readonly Table[]): Promise<void> {
  const parts = tables.map(({ name }) => sql`(select count(*) from ${sql.table(name)})`);
  const { rows } = await sql<{ n: string }>`select ${sql.join(parts, sql` + `)} as n`.execute(db);
  if (Number(rows[0]?.n) > 0)
    throw new UsageError(
      '数据库不是空的，请恢复到新的数据库 / the database is not empty: restore into a new one',
    );
}

async function putRows(
  db: QueryExecutorProvider,
  table: Table,
  content: Readable,
): Promise<{ rows: number; sha256: string }> {
  const { rows: columns } = await sql<{
    name: string;
  }>`select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table.name} and is_generated = 'NEVER' order by ordinal_position`.execute(
    db,
  );
  const list = sql.join(columns.map(({ name }) => sql.ref(name)));
  const hash = createHash('sha256');
  let rows = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await sql`insert into ${sql.table(table.name)} (${list}) select ${list} from jsonb_populate_recordset(null::${sql.table(table.name)}, ${`[${batch.join(',')}]`}::jsonb)`.execute(
      db,
    );
    batch = [];
  };
  for await (const line of createInterface({ input: content, crlfDelay: Number.POSITIVE_INFINITY })) {
    hash.update(line).update('\n');
    rows += 1;
    batch.push(line);
    if (batch.length >= BATCH && !table.refersToItself) await flush();
  }
  await flush();
  return { rows, sha256: hash.digest('hex') };
}
