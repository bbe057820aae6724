import { mayStartAgain } from '@xinghuo/shared/jobs/job-state';
import { problem } from '@xinghuo/shared/kernel/problem';
import { JobRun } from '../../platform/jobs/job-run.entity.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { jobAccess } from './job.access.ts';

/** Starts a job again whose attempts all failed, or whose server ended without another taking it up. */
export const retryJob = useCase('jobRetry', async (tx, input: { readonly id: string }) => {
  const job = await tx.get(JobRun, jobAccess, input.id, { right: 'retry' });
  if (!mayStartAgain({ state: job.state, startedAt: job.startedAt ?? null }, tx.now))
    tx.refuse(problem('STATE_NOT_ALLOWED', 'id', { state: job.state, event: 'retry' }));
  tx.em.assign(job, { state: 'QUEUED', error: null });
  await tx.em.flush();
  await tx.requeue(job.id, job.name);
  return { job: job.id };
});
