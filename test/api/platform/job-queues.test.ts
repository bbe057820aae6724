import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { ENTITIES } from '../../../server/src/app/domains.ts';
import { FieldCipher } from '../../../server/src/platform/crypto/field-cipher.ts';
import { inTransaction, openDatabase } from '../../../server/src/platform/database/index.ts';
import type { JobServices } from '../../../server/src/platform/jobs/define-job.ts';
import { JobRun } from '../../../server/src/platform/jobs/job-run.entity.ts';
import { Jobs } from '../../../server/src/platform/jobs/jobs.ts';
import { createLogger } from '../../../server/src/platform/log.ts';
import { createScratchDatabase } from '../../harness/database.ts';

it('does quick work while long work goes on', async () => {
  const scratch = await createScratchDatabase();
  const database = await openDatabase({ ...scratch.options, entities: ENTITIES });
  const order: string[] = [];
  const quick = Promise.withResolvers<void>();
  const long = Promise.withResolvers<void>();
  const jobs = new Jobs({
    database,
    url: scratch.options.url,
    kinds: [
      {
        name: 'test.long',
        long: true,
        // It ends only once the quick one, which was queued after it, is done.
        run: async () => {
          await quick.promise;
          order.push('long');
          long.resolve();
        },
      },
      {
        name: 'test.quick',
        run: async () => {
          order.push('quick');
          quick.resolve();
        },
      },
    ],
    inTransaction: (body) => inTransaction(database, body),
    cipher: new FieldCipher(randomBytes(32), randomBytes(32)),
    mode: 'queue',
  });
  await jobs.start({ now: () => new Date(), log: createLogger('silent') } as JobServices);
  try {
    await inTransaction(database, async ({ em }) => {
      await jobs.enqueue(em, 'test.long', {});
      await jobs.enqueue(em, 'test.quick', {});
    });
    jobs.wake();
    await long.promise;
    expect(order).toEqual(['quick', 'long']);
  } finally {
    await jobs.stop();
    const runs = await inTransaction(database, ({ em }) => em.find(JobRun, { name: { $like: 'test.%' } }));
    await database.close();
    await scratch.drop();
    expect(runs.map(({ state }) => state)).toEqual(['DONE', 'DONE']);
  }
}, 60_000);
