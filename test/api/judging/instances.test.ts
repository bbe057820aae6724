import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { Client } from '../../harness/client.ts';
import { assignAll, makeReview, type Review, sheetsOf, submitAll } from './kit.ts';
import { watchProgress } from './watch-progress.ts';

/** Two instances behind one address: what is done on one is told on the other. Only PostgreSQL has several. */
describe.skipIf(inject('databaseTemplate').engine === 'pglite')('several instances', () => {
  let app: TestApp;
  let second: Awaited<ReturnType<TestApp['another']>>;
  let review: Review;

  beforeAll(async () => {
    app = await startTestApp();
    second = await app.another();
    review = await makeReview(app, { entries: ['HEALTH'] });
    await assignAll(review.coordinator, review.round.id);
  });
  afterAll(async () => {
    await second?.close();
    await app?.close();
  });

  it('move the judging board that is watched on another one, and end its sessions there at once', async () => {
    const office = await app.actor('COORDINATOR');
    const watching = new Client(second.url, office.headers, office.accountId);
    const board = await watchProgress(watching, review.round.id);
    await board.until('"submitted":0');
    for (const [n, { client }] of review.judges.entries()) {
      const [sheet] = await sheetsOf(client);
      if (!sheet) throw new Error('every judge has a sheet');
      await submitAll(client, sheet, '8');
      await board.until(`"submitted":${n + 1}`);
    }
    // What the other instance remembers of the session is forgotten with the notification, not after a while.
    await office.ask('mutation { sessionEndAll { problems { code } } }');
    await expect.poll(() => watching.ask('{ viewer { name } }')).toEqual({ viewer: null });
    board.stop();
  });
});
