import { basename } from 'node:path';
import { confirmImport, importKind, importKinds, previewImport } from '../platform/imports/index.ts';
import { readInput, UsageError } from './command-io.ts';
import { databaseCommand } from './with-instance.ts';

const HELP = `pnpm xinghuo import KIND FILE [--dry-run] [--json]

按模板导入 Excel 或 CSV：要么全部写入，要么一行不写。各行按自然键识别，同一文件再导入一次不会有变化。
加 --dry-run，或任何一行有错时，什么也不写，逐行逐列列出问题，退出码 1。

Imports a sheet (Excel or CSV) in the form of its template: all of it or nothing. Rows are known by their natural key,
so importing the same file again changes nothing. With --dry-run, or when a row is wrong, nothing is written and every
problem is named by row and column; exit code 1.
`;

/** Problems shown to a person at most. */
const SHOWN = 40;

/** Imports: see HELP. */
export const run = databaseCommand(
  HELP,
  { 'dry-run': { type: 'boolean', default: false } },
  async ({ instance, values, positionals, io }) => {
    const [name, path, ...more] = positionals;
    const kind = importKind(name ?? '');
    if (!kind) throw new UsageError(`KIND 应为下列之一 / KIND must be one of: ${importKinds().join(', ')}`);
    if (path === undefined || more.length > 0)
      throw new UsageError('应给出一个文件 / FILE must be given, once');
    const content = Buffer.from((await readInput(path, io)).bytes);
    const { writer } = instance.app.pipelines;
    const context = { viewer: instance.app.system, now: new Date(), requestId: null };
    const preview = await writer.run(context, previewImport, { kind, content, fileName: basename(path) });
    if (preview.value === null) return refused(preview.problems.map(({ code }) => code));
    const { previewId, checked } = preview.value;
    const found = checked.problems.map(({ row, column, code, params }) => ({ row, column, code, params }));
    if (found.length > 0) {
      const lines = found
        .slice(0, SHOWN)
        .map((one) => `${path}:${one.row}:${one.column ?? ''} ${one.code} ${JSON.stringify(one.params)}`);
      return {
        code: 1,
        json: { problemCount: checked.problemCount, problems: found },
        text: [...lines, `${checked.problemCount} 处问题，未写入 problems; nothing was written`].join('\n'),
      };
    }
    const rows = checked.rows.length;
    if (values['dry-run'])
      return {
        code: 0,
        json: { rows, problemCount: 0 },
        text: `${rows} 行无误，未写入 rows are in order; nothing was written`,
      };
    const done = await writer.run(context, confirmImport, { previewId });
    if (done.value === null) return refused(done.problems.map(({ code }) => code));
    return { code: 0, json: { rows, importRun: done.value.importRun }, text: `已导入 Imported ${rows} rows` };
  },
);

function refused(codes: readonly string[]) {
  return { code: 1, json: { problems: codes }, text: `未导入 Refused: ${codes.join(', ')}` };
}
