import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { done, readEdition } from '../competition/kit.ts';
import { assignAll, makeReview, type Review, sheetsOf } from './kit.ts';

let app: TestApp;
let open: Review;

beforeAll(async () => {
  app = await startTestApp();
  open = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY', 'EMERGENCY'], judges: 3 });
  // The switch is fixed once a round has begun; the final has not.
  await app.app.pipelines.run(sql`update round set blind = true where id = ${open.round.id}`);
  await assignAll(open.coordinator, open.round.id);
});
afterAll(() => app.close());

const entryOf = async (client: Client): Promise<{ team: unknown; contactName: unknown; need: unknown }> => {
  const { entry } = await client.ask<{ entry: { team: unknown; contactName: unknown; need: unknown } }>(
    `query ($id: ID!) { entry(id: $id) { team { id name } contactName need } }`,
    { id: open.entries[0]?.id },
  );
  return entry;
};

it('hides whose entry it is from its judges, on every path', async () => {
  const judge = open.judges[0]?.client as Client;
  const seen = await entryOf(judge);
  expect(seen).toMatchObject({ team: null, contactName: null });
  expect(seen.need).not.toBeNull();
  const { scoreSheets } = await judge.ask<{ scoreSheets: { nodes: { entry: { team: unknown } }[] } }>(
    '{ scoreSheets { nodes { entry { team { id } } } } }',
  );
  expect(scoreSheets.nodes.map(({ entry }) => entry.team)).toEqual([null, null, null]);
});

it('cannot be asked round: by filter, by search or by order', async () => {
  const judge = open.judges[0]?.client as Client;
  const [team] = open.scene.teamIds;
  const found = async (client: Client, filter: object): Promise<number> =>
    (
      await client.ask<{ entries: { nodes: unknown[] } }>(
        `query ($filter: EntryFilter) { entries(filter: $filter) { nodes { id } } }`,
        { filter },
      )
    ).entries.nodes.length;
  expect(await found(judge, {})).toBe(3);
  expect(await found(judge, { team: { eq: team } })).toBe(0);
  expect(await found(open.coordinator, { team: { eq: team } })).toBe(2);
  const { entry } = await open.coordinator.ask<{ entry: { team: { name: string } } }>(
    `query ($id: ID!) { entry(id: $id) { team { name } } }`,
    { id: open.entries[0]?.id },
  );
  expect(await found(judge, { search: entry.team.name })).toBe(0);
  expect(await found(open.coordinator, { search: entry.team.name })).toBe(2);
  const order = async (direction: string): Promise<string[]> =>
    (
      await judge.ask<{ entries: { nodes: { id: string }[] } }>(
        `{ entries(sort: [{ field: TEAM, direction: ${direction} }, { field: NUMBER, direction: ASC }]) { nodes { id } } }`,
      )
    ).entries.nodes.map(({ id }) => id);
  expect(await order('ASC')).toEqual(await order('DESC'));
});

it('hides nothing from the office, the team itself and auditors', async () => {
  const auditor = await app.actor('AUDITOR');
  for (const client of [open.coordinator, open.leaders[0] as Client, auditor]) {
    expect((await entryOf(client)).team).not.toBeNull();
  }
  expect(await sheetsOf(open.coordinator)).toHaveLength(9);
});

it('is switched before the round begins, and not after', async () => {
  const { rounds } = await readEdition(open.coordinator, open.edition.id);
  const final = rounds.find(({ id }) => id === open.final.id);
  await done(
    open.coordinator,
    'roundUpdate',
    { id: final?.id, version: final?.version, blind: true },
    'blind',
  );
  const first = rounds.find(({ id }) => id === open.round.id);
  const { roundUpdate } = await open.coordinator.ask<{ roundUpdate: { problems: { code: string }[] } }>(
    `mutation ($input: RoundUpdateInput!) { roundUpdate(input: $input) { problems { code } } }`,
    { input: { id: first?.id, version: first?.version, blind: false } },
  );
  expect(roundUpdate.problems.map(({ code }) => code)).toEqual(['ROUND_STARTED']);
});
