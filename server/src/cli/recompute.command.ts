import { DOMAINS } from '../app/domains.ts';
import { databaseCommand } from './with-instance.ts';

const HELP = `pnpm xinghuo recompute [--json]

用保存的输入重新计算每个结果，比对摘要和名次；不改动任何数据。有不一致时退出码为 1。

Computes every stored result again from its stored inputs and compares digests and places. Changes nothing. Exit code 1
when one differs.
`;

/** Recomputes: see HELP. */
export const run = databaseCommand(HELP, {}, async ({ instance }) => {
  const judging = DOMAINS.find(({ name }) => name === 'judging');
  const findings = (await judging?.check?.(instance.app.pipelines.run)) ?? [];
  const results = findings.filter(({ rule }) => rule.startsWith('result.'));
  return {
    code: results.length === 0 ? 0 : 1,
    json: { findings: results },
    text:
      results.length === 0
        ? '全部结果重算一致 Every result recomputes to the same'
        : results.map(({ rule, id, detail }) => `${rule} ${id} ${detail}`).join('\n'),
  };
});
