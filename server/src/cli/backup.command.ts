import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { IsolationLevel } from '@mikro-orm/core';
import { type QueryExecutorProvider, sql } from 'kysely';
import { ZipFile } from 'yazl';
import { migrations } from '../migrations/index.ts';
import { inTransaction } from '../platform/database/index.ts';
import { type Manifest, tablesInOrder } from './archive.ts';
import { UsageError } from './command-io.ts';
import { databaseCommand } from './with-instance.ts';

const HELP = `pnpm xinghuo backup --out FILE.zip [--json]

把系统的全部内容（每一行数据、每一个附件，连同摘要）写成一个文件，可以恢复到任一种数据库引擎。数据取自同一时刻。
加密字段保持加密，请同时保管 FIELD_KEY 和 HASH_KEY。

Writes everything the product holds - every row and every attachment, with digests - into one file that restores into
either database engine. The rows are of one instant. Encrypted fields stay encrypted: keep FIELD_KEY and HASH_KEY too.
`;

/** Rows fetched at a time, so that a table of millions is never in memory. */
const PAGE = 2000;
/** The longest a backup's transaction may last, in milliseconds. */
const HOURS = 6 * 3_600_000;

interface TableCopy {
  readonly name: string;
  rows: number;
  sha256: string;
}

/** A table's rows as JSON lines; counts and hashes what it gave when it ends. */
async function* linesOf(db: QueryExecutorProvider, copy: TableCopy): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  await sql`declare backup_rows no scroll cursor for select to_jsonb(t)::text as line from ${sql.table(copy.name)} t order by t`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(PAGE))} from backup_rows`.execute(db);
    if (rows.length === 0) break;
    const text = Buffer.from(rows.map(({ line }) => `${line}\n`).join(''), 'utf8');
    copy.rows += rows.length;
    hash.update(text);
    yield text;
  }
  await sql`close backup_rows`.execute(db);
  copy.sha256 = hash.digest('hex');
}

/** Adds an entry and waits until all of it is in the archive. */
async function added(zip: ZipFile, name: string, content: Readable): Promise<void> {
  const ended = finished(content);
  zip.addReadStream(content, name);
  await ended;
}

/** Backs up: see HELP. */
export const run = databaseCommand(HELP, { out: { type: 'string' } }, async ({ instance, values, say }) => {
  const { out } = values;
  if (!out) throw new UsageError('--out 应为要写入的文件 / --out must name the file to write');
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(`${out}.part`, { mode: 0o600 }));
  const tables: TableCopy[] = [];
  await inTransaction(
    instance.database,
    async ({ kysely: db }) => {
      for (const { name } of tablesInOrder(instance.database)) {
        const copy: TableCopy = { name, rows: 0, sha256: '' };
        await added(zip, `tables/${name}.jsonl`, Readable.from(linesOf(db, copy)));
        tables.push(copy);
        say(`${name}: ${copy.rows}`);
      }
    },
    { isolation: IsolationLevel.REPEATABLE_READ, readOnly: true, limit: HOURS },
  );
  let files = 0;
  for await (const key of instance.files.keys()) {
    const opened = await instance.files.open(key);
    if (!opened) continue;
    await added(zip, `files/${key}`, opened.stream);
    files += 1;
  }
  const manifest: Manifest = {
    format: 'xinghuo-backup',
    version: 1,
    madeAt: new Date().toISOString(),
    migration: migrations.at(-1)?.name ?? '',
    tables,
    files,
  };
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 2)), 'manifest.json');
  zip.end();
  try {
    await written;
    await rename(`${out}.part`, out);
  } catch (error) {
    await rm(`${out}.part`, { force: true });
    throw error;
  }
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    code: 0,
    json: { out, rows, files },
    text: `已备份 Backed up ${rows} rows, ${files} files: ${out}`,
  };
});
