import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { exportedLists, listArguments, listField, prepareExport } from '../platform/exports/index.ts';
import { UsageError } from './command-io.ts';
import { databaseCommand, onlyArgument } from './with-instance.ts';

const HELP = `pnpm xinghuo export LIST --out FILE.xlsx [--filter JSON] [--sort JSON] [--lang zh|en] [--json]

把系统中的列表写成 Excel，内容与协调员所见一致。--filter、--sort 与该列表的 GraphQL 查询参数相同，
--lang 为表头和选项的语言。

Writes a list of the product to Excel, as a coordinator sees it. --filter and --sort take the arguments of the list's
GraphQL query, for example: pnpm xinghuo export entries --out entries.xlsx --filter '{"state":{"in":["ELIGIBLE"]}}'
`;

/** Rows of one file: nobody waits on a page for it, so all that a sheet of Excel holds. */
const MOST = 1_000_000;

/** Exports: see HELP. */
export const run = databaseCommand(
  HELP,
  { out: { type: 'string' }, filter: { type: 'string' }, sort: { type: 'string' }, lang: { type: 'string' } },
  async ({ instance, values, positionals }) => {
    const name = onlyArgument(positionals, 'the list');
    const list = exportedLists().get(name);
    if (!list)
      throw new UsageError(
        `没有这个列表 / there is no list "${name}": ${[...exportedLists().keys()].sort().join(', ')}`,
      );
    const { out } = values;
    if (!out) throw new UsageError('--out 应为要写入的文件 / --out must name the file to write');
    const { app } = instance;
    const { reader, run } = app.pipelines;
    const context = { viewer: app.system, now: new Date() };
    const args = listArguments(listField(app.schema, name), {
      ...(values.filter === undefined ? {} : { filter: values.filter }),
      ...(values.sort === undefined ? {} : { sort: values.sort }),
    });
    const { truncated, write } = await prepareExport(
      { list: (selection, of, page) => reader.list(run, context, selection, of, page) },
      list,
      args,
      values.lang === 'en' ? 'en' : 'zh',
      MOST,
    );
    try {
      const { rows } = await write(createWriteStream(`${out}.part`));
      await rename(`${out}.part`, out);
      const stopped = truncated ? '；名单未完 the list goes on' : '';
      return {
        code: 0,
        json: truncated ? { out, rows, truncated } : { out, rows },
        text: `已导出 Exported ${rows} rows: ${out}${stopped}`,
      };
    } catch (error) {
      await rm(`${out}.part`, { force: true });
      throw error;
    }
  },
);
