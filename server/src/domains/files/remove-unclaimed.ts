import { sql } from 'kysely';
import { asSql } from '../../platform/access/condition.ts';
import type { Job } from '../../platform/jobs/define-job.ts';
import { rowOf, tableOf } from '../../platform/read/row.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { unclaimed } from './stored-file.access.ts';
import { StoredFile } from './stored-file.entity.ts';

/** Files removed in one run; the rest waits for the next night. */
const AT_ONCE = 1000;

/** Forgets uploads that nothing has attached within a day; answers where their content lies. */
const forgetUnclaimed = useCase('filesForgetUnclaimed', async (tx, _input: null) => {
  const row = rowOf(tx.em.getMetadata().get(StoredFile), 'f');
  const before = new Date(tx.now.getTime() - 86_400_000);
  const found = await tx.query<{ id: string; key: string }>(
    sql`select f.id, f.key from ${tableOf(row.meta)} f where f.created_at < ${before} and ${asSql(unclaimed(row))} order by f.created_at limit ${sql.raw(String(AT_ONCE))} for update`,
  );
  for (const { id } of found) tx.em.remove(tx.em.getReference(StoredFile, id));
  return { keys: found.map(({ key }) => key) };
});

/** Removes uploads that nobody attached: every night. A content whose row is gone is never served again. */
export const removeUnclaimed: Job = {
  name: 'files.removeUnclaimed',
  schedule: '45 3 * * *',
  async run({ execute, files }) {
    const { value } = await execute(forgetUnclaimed, null);
    for (const key of value?.keys ?? []) await files.remove(key);
  },
};
