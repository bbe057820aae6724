import { expect, it } from 'vitest';
import { ENTITIES } from '../../server/src/app/domains.ts';
import { schemaDifference } from '../../server/src/platform/database/index.ts';
import { openScratchDatabase } from '../harness/database.ts';

it('the migrations make exactly the tables that the entities describe', async () => {
  const database = await openScratchDatabase({ entities: ENTITIES });
  try {
    // One text, so that what is missing can be copied from the failure as it stands.
    expect((await schemaDifference(database)).join('\n')).toBe('');
  } finally {
    await database.close();
  }
});
