import { sql } from 'kysely';
import { MailFailure } from '../mail/index.ts';
import { useCase } from '../write/use-case.ts';
import type { Job } from './define-job.ts';

/** A mail as it is queued: the text is finished, so that sending needs nothing else. */
export interface QueuedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends one mail. An address that was refused for good is not tried again. */
const sendMail: Job = {
  name: 'mail.send',
  sealed: true,
  async run({ mailer, log }, data) {
    const { to, subject, text } = data as unknown as QueuedMail;
    try {
      await mailer.send({ to, subject, text });
    } catch (error) {
      if (error instanceof MailFailure && !error.retry)
        log.warn({ code: error.code }, 'a mail was refused for good');
      throw error;
    }
  },
};

/** Days that finished jobs and idempotency keys are kept. */
const KEPT_DAYS = { jobs: 90, keys: 7 } as const;

const tidy = useCase('platformTidy', async (tx, _input: null) => {
  const before = (days: number): Date => new Date(tx.now.getTime() - days * 86_400_000);
  const none = { type: 'Platform', id: '00000000-0000-7000-8000-000000000000', kind: 'delete' as const };
  await tx.execute(
    sql`delete from job_run where state = 'DONE' and finished_at < ${before(KEPT_DAYS.jobs)}`,
    none,
  );
  await tx.execute(sql`delete from idempotency where created_at < ${before(KEPT_DAYS.keys)}`, none);
  await tx.execute(sql`delete from session where expires_at < ${before(1)}`, none);
  return {};
});

/** Removes what nobody needs any more: every night. */
const tidyJob: Job = {
  name: 'platform.tidy',
  schedule: '30 3 * * *',
  async run({ execute, files }) {
    await execute(tidy, null);
    await files.sweep();
  },
};

/** Jobs that belong to no domain. */
export const PLATFORM_JOBS: readonly Job[] = [sendMail, tidyJob];
