import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { type Edition, leaderOf, makeScene, openEdition, submittedEntry } from '../competition/kit.ts';

let app: TestApp;
let edition: Edition;
let entered = '';
let other = '';

beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00Z');
  const { teamIds } = await makeScene(app, 2);
  [entered = '', other = ''] = teamIds;
  edition = await openEdition(app, await app.actor('COORDINATOR'), 2026);
  const leader = await leaderOf(app, entered);
  await submittedEntry(leader, edition, entered, '江畔守望');
  for (const team of teamIds)
    for (const [name, role, account] of [
      ['陶江月', 'LEADER', leader.accountId],
      ['林若溪', 'MEMBER', (await app.actor('VOLUNTEER')).accountId],
    ])
      await app.app.pipelines.run(
        sql`insert into team_member (id, team_id, name, role, account_id, since) values (gen_random_uuid(), ${team}, ${name}, ${role}, ${account}, '2020-01-01')`,
      );
});
afterAll(() => app.close());

interface Seen {
  readonly leader: { readonly name: string } | null;
  readonly members: readonly { readonly name: string; readonly accountId: string | null }[];
}
const seen = async (client: Client, id: string): Promise<Seen> =>
  (
    await client.ask<{ team: Seen }>(
      'query ($id: ID!) { team(id: $id) { leader { name } members { name accountId } } }',
      { id },
    )
  ).team;
const officer = () => app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: edition.id });

it('who coordinates one edition sees members of the teams that entered it only, and none but the leader by name', async () => {
  const client = await officer();
  expect(await seen(client, entered)).toEqual({
    leader: { name: '陶江月' },
    members: [
      { name: '陶江月', accountId: expect.any(String) },
      { name: '林**', accountId: null },
    ],
  });
  expect(await seen(client, other)).toEqual({ leader: null, members: [] });
  const foreign = await app.actor({
    role: 'COORDINATOR',
    scope: 'COMPETITION',
    scopeId: '01900000-0000-7000-8000-000000000001',
  });
  expect(await seen(foreign, entered)).toEqual({ leader: null, members: [] });
});

it('the city’s coordinators, auditors and the team itself know its members', async () => {
  for (const client of [
    await app.actor('COORDINATOR'),
    await app.actor('AUDITOR'),
    await leaderOf(app, entered),
  ]) {
    const { members } = await seen(client, entered);
    expect(members.map(({ name }) => name)).toEqual(['陶江月', '林若溪']);
    for (const { accountId } of members) expect(accountId).not.toBeNull();
  }
});
