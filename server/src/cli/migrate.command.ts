import { migrations } from '../migrations/index.ts';
import { databaseCommand } from './with-instance.ts';

const HELP = `pnpm xinghuo migrate [--json]

把数据库升级到本版本的结构，可以反复执行。服务启动时也会自动升级。

Brings the database to this version of the product; safe to run again. The server does the same when it starts.
`;

/** Opening the product has migrated it. */
export const run = databaseCommand(HELP, {}, async () => ({
  code: 0,
  json: { migrations: migrations.map(({ name }) => name) },
  text: `数据库结构已是最新 The database is at ${migrations.at(-1)?.name}`,
}));
