import { OBJECTION_LIMITS } from '@xinghuo/shared/judging/domain/objection';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { Job } from '../../platform/jobs/define-job.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { ObjectionSource } from './result.entity.ts';

const HOUR = 3_600_000;

/**
 * Counts an objection from one place and refuses beyond the hour's number: a brake against floods, over all instances
 * together. One place's objections wait for each other, so that none slips past the count.
 */
export async function takeTurn(tx: Tx, place: string): Promise<void> {
  const source = tx.digest(`objection:${place}`);
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${source}, 0))`);
  const [found] = await tx.query<{ filed: number }>(
    sql`select count(*)::int as filed from objection_source where source = ${source} and filed_at > ${new Date(tx.now.getTime() - HOUR)}`,
  );
  if ((found?.filed ?? 0) >= OBJECTION_LIMITS.perHour)
    tx.refuse(problem('TOO_MANY_OBJECTIONS', [], { max: OBJECTION_LIMITS.perHour }));
  tx.em.create(ObjectionSource, { source, filedAt: tx.now });
}

const forget = useCase('objectionSourcesForget', async (tx, _input: null) => {
  const before = new Date(tx.now.getTime() - HOUR);
  await tx.execute(sql`delete from objection_source where filed_at <= ${before}`, {
    type: 'ObjectionSource',
    id: '00000000-0000-7000-8000-000000000000',
    kind: 'delete',
  });
  return {};
});

/** Forgets where objections came from, an hour after they were filed: every night. */
export const forgetSources: Job = {
  name: 'judging.forgetSources',
  schedule: '35 3 * * *',
  async run({ execute }) {
    await execute(forget, null);
  },
};
