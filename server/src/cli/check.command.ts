import { sql } from 'kysely';
import { DOMAINS } from '../app/domains.ts';
import { checkAuditChain } from '../platform/audit/seal.ts';
import { schemaDifference } from '../platform/database/index.ts';
import type { Finding } from '../platform/domain.ts';
import { databaseCommand } from './with-instance.ts';

const HELP = `pnpm xinghuo check [--json]

核对审计链、结果摘要、数据库结构、每个附件的内容是否都在，以及各领域的规则。有任何问题时退出码为 1，
每一处都写明规则和对象。

Verifies the audit chain, the digests of results, the database's structure, that every attachment's content is there,
and the rules of each domain. Exit code 1 when anything is wrong; every finding names its rule and object.
`;

/** Verifies: see HELP. */
export const run = databaseCommand(HELP, {}, async ({ instance, say }) => {
  const findings: Finding[] = [];
  const read = instance.app.pipelines.run;

  say('审计链 audit chain');
  const chain = await checkAuditChain(instance.database.orm.em.fork());
  if (chain.brokenAt !== null) {
    findings.push({
      rule: 'audit.chain',
      id: String(chain.brokenAt),
      detail: 'the hash or the order of this link is wrong',
    });
  }

  say('数据库结构 structure');
  for (const detail of await schemaDifference(instance.database))
    findings.push({ rule: 'schema', id: '', detail });

  say('附件 attachments');
  const files = await read<{ id: string; key: string }>(sql`select id, key from stored_file order by id`);
  for (const { id, key } of files) {
    if (!(await instance.files.has(key)))
      findings.push({ rule: 'file.content', id, detail: 'its content is not in the store' });
  }

  for (const domain of DOMAINS) {
    if (!domain.check) continue;
    say(`规则 rules: ${domain.name}`);
    findings.push(...(await domain.check(read)));
  }

  const summary = { auditLinks: chain.links, auditUnsealed: chain.unsealed, files: files.length, findings };
  const text =
    findings.length === 0
      ? `一切正常：审计 ${chain.links} 条，附件 ${files.length} 个 All in order`
      : findings.map(({ rule, id, detail }) => `${rule} ${id} ${detail}`).join('\n');
  return { code: findings.length === 0 ? 0 : 1, json: summary, text };
});
