import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCompetition } from '../../../server/src/domains/competition/seed.ts';
import { weeksToShift } from '../../../server/src/domains/competition/seed-editions.ts';
import { loadRegions } from '../../../server/src/domains/places/load-regions.ts';
import { seedTeams } from '../../../server/src/domains/teams/seed.ts';
import { seedUnits } from '../../../server/src/domains/units/seed.ts';
import { type FileStore, openFileStore } from '../../../server/src/platform/files/index.ts';
import { seedRun } from '../../../server/src/platform/seed.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';

let app: TestApp;
let files: FileStore;
let coordinator: Client;

beforeAll(async () => {
  app = await startTestApp('2026-11-24T01:00:00Z');
  files = await openFileStore({ kind: 'disk', directory: join(app.directory, 'files') });
  const { pipelines, system } = app.app;
  const run = seedRun({ pipelines, system, files, now: app.clock.now(), say: () => undefined });
  await loadRegions(run);
  await seedUnits(run);
  await seedTeams(run);
  await seedCompetition(run);
  coordinator = await app.actor('COORDINATOR');
}, 120_000);
afterAll(async () => {
  files.close();
  await app.close();
});

interface Editions {
  readonly competitions: {
    readonly nodes: readonly {
      year: number;
      state: string;
      entryCount: number;
      currentRound: { position: number; state: string } | null;
      hosts: readonly unknown[];
    }[];
  };
}

describe('the demonstration', () => {
  it('has an edition published, one in review, one that takes entries and one being set up', async () => {
    const { competitions } = await coordinator.ask<Editions>(
      '{ competitions { nodes { year state entryCount currentRound { position state } hosts { unit { name } } } } }',
    );
    expect(
      competitions.nodes.map(({ year, state, entryCount, currentRound }) => [
        year,
        state,
        entryCount,
        currentRound?.state ?? null,
      ]),
    ).toEqual([
      [2028, 'DRAFT', 0, null],
      [2027, 'OPEN', 15, null],
      [2026, 'REVIEW', 108, 'OPEN'],
      [2025, 'CLOSED', 54, 'LOCKED'],
    ]);
    expect(competitions.nodes.map(({ hosts }) => hosts.length)).toEqual([3, 3, 3, 3]);
  });

  it('has twelve entries in each category, numbered without gaps in the order of submission', async () => {
    const rows = await app.app.pipelines.run(
      sql<{
        code: string;
        numbers: string[];
        ordered: boolean;
      }>`select c.code, array_agg(e.number order by e.number) as numbers,
          bool_and(r.submitted_at is not null) as ordered
        from entry e join category c on c.id = e.category_id join competition k on k.id = e.competition_id
        join entry_revision r on r.entry_id = e.id and r.number = 1 where k.year = 2026 group by c.code`,
    );
    expect(rows).toHaveLength(9);
    for (const { numbers } of rows)
      expect(numbers.map((number) => number.slice(-3))).toEqual(
        Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(3, '0')),
      );
    const [late] = await app.app.pipelines.run(
      sql<{
        n: number;
      }>`select count(*)::int as n from entry e join competition k on k.id = e.competition_id join entry_revision r on r.entry_id = e.id and r.number = 1
        where r.submitted_at < k.entries_open_at or r.submitted_at >= k.entries_close_at`,
    );
    expect(late?.n).toBe(0);
  });

  it('is complete by the product’s own rules, every entry with its plan', async () => {
    const { entries } = await coordinator.ask<{
      entries: {
        nodes: {
          title: string;
          completeness: { code: string; path: string[] }[];
          attachments: { kind: string; file: { url: string; size: number } }[];
        }[];
      };
    }>(
      'query ($c: ID!) { entries(first: 200, filter: { competition: { eq: $c } }) { nodes { title completeness { code path } attachments { kind file { url size } } } } }',
      {
        c: (await app.app.pipelines.run(sql<{ id: string }>`select id from competition where year = 2026`))[0]
          ?.id,
      },
    );
    expect(entries.nodes.filter(({ completeness }) => completeness.length > 0)).toEqual([]);
    expect(entries.nodes).toHaveLength(108);
    const pictures = entries.nodes
      .flatMap(({ attachments }) => attachments)
      .filter(({ kind }) => kind === 'IMAGE');
    expect(pictures).toHaveLength(36);
    const plan = await coordinator.fetch(
      entries.nodes[0]?.attachments.find(({ kind }) => kind === 'PLAN')?.file.url ?? '',
    );
    expect(
      Buffer.from(await plan.arrayBuffer())
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-');
  });

  it('has entries that came back once, changed where the notes ask for it', async () => {
    const rows = await app.app.pipelines.run(
      sql<{
        field: string;
        was: string;
        is: string;
      }>`select n.field, r1.content ->> n.field as was, r2.content ->> n.field as is from screening_note n
        join entry_revision r1 on r1.entry_id = n.entry_id and r1.number = 1 join entry_revision r2 on r2.entry_id = n.entry_id and r2.number = 2
        where n.field in ('summary', 'need', 'activities', 'innovation', 'replicability', 'results')`,
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const { was, is } of rows) expect(is.startsWith(was)).toBe(true);
  });

  it('takes entries today: the office screens and returns, a leader repairs and enters', async () => {
    const { competitions, entries } = await coordinator.ask<{
      competitions: { nodes: { id: string; entriesOpenAt: string; entriesDeadline: string }[] };
      entries: {
        nodes: {
          id: string;
          version: number;
          state: string;
          title: string;
          team: { id: string; name: string };
          category: { id: string };
          screeningNotes: { field: string; resolved: boolean }[];
          revisions: { number: number }[];
        }[];
      };
    }>(
      `{ competitions(filter: { state: { eq: OPEN } }) { nodes { id entriesOpenAt entriesDeadline } }
        entries(first: 100, filter: { state: { in: [DRAFT, SUBMITTED, RETURNED, ELIGIBLE, INELIGIBLE] } }) {
          nodes { id version state title team { id name } category { id } screeningNotes { field resolved } revisions { number } } } }`,
    );
    const [edition] = competitions.nodes;
    const now = app.clock.now().toISOString();
    expect([edition && edition.entriesOpenAt < now, edition && now < edition.entriesDeadline]).toEqual([
      true,
      true,
    ]);
    const counts = Map.groupBy(entries.nodes, ({ state }) => state);
    expect(Object.fromEntries([...counts].map(([state, of]) => [state, of.length]))).toEqual({
      DRAFT: 2,
      SUBMITTED: 9,
      RETURNED: 2,
      ELIGIBLE: 3,
      INELIGIBLE: 1,
    });
    const repaired = entries.nodes.find(({ revisions }) => revisions.length === 2);
    expect(repaired?.screeningNotes.every(({ resolved }) => resolved)).toBe(true);

    const own = entries.nodes.filter(({ team }) => team.name === '诗城青年讲习社');
    expect(own.map(({ state }) => state).sort()).toEqual(['DRAFT', 'ELIGIBLE', 'RETURNED', 'SUBMITTED']);
    const team = own[0]?.team.id ?? '';
    const leader = await app.actor({ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: team });
    const returned = own.find(({ state }) => state === 'RETURNED');
    expect(returned?.screeningNotes.map(({ field, resolved }) => [field, resolved])).toEqual([
      ['need', false],
      ['budget', false],
      ['attachments', false],
    ]);
    const { entryUpdate } = await leader.ask<{
      entryUpdate: { problems: unknown[]; entry: { version: number } };
    }>(
      'mutation ($input: EntryUpdateInput!) { entryUpdate(input: $input) { problems { code } entry { version } } }',
      {
        input: {
          id: returned?.id,
          version: returned?.version,
          budget: [{ item: '录音设备租用', amount: '900' }],
        },
      },
    );
    const SUBMIT =
      'mutation ($input: EntryStepInput!) { entrySubmit(input: $input) { problems { code } entry { id version state } } }';
    interface Submitted {
      readonly entrySubmit: { problems: unknown[]; entry: { id: string; version: number; state: string } };
    }
    const { entrySubmit } = await leader.ask<Submitted>(SUBMIT, {
      input: { id: returned?.id, version: entryUpdate.entry.version },
    });
    expect([entrySubmit.problems, entrySubmit.entry.state]).toEqual([[], 'SUBMITTED']);
    const { entryReturn } = await coordinator.ask<{
      entryReturn: { problems: unknown[]; entry: { state: string } };
    }>(
      'mutation ($input: EntryReturnInput!) { entryReturn(input: $input) { problems { code } entry { state } } }',
      {
        input: {
          id: returned?.id,
          version: entrySubmit.entry.version,
          notes: [{ field: 'attachments', text: '仍缺本人同意书。' }],
        },
      },
    );
    expect([entryReturn.problems, entryReturn.entry.state]).toEqual([[], 'RETURNED']);
  });

  it('moves its dates by whole weeks when the review would not be under way, and not otherwise', () => {
    const [opens, closes] = [new Date('2026-11-02T01:00:00Z'), new Date('2026-12-11T10:00:00Z')];
    expect(weeksToShift(new Date('2026-11-24T00:00:00Z'), opens, closes)).toBe(0);
    for (const now of [
      '2024-02-29T12:00:00Z',
      '2026-10-31T00:00:00Z',
      '2026-12-10T00:00:00Z',
      '2031-07-01T00:00:00Z',
    ]) {
      const moved = weeksToShift(new Date(now), opens, closes) * 7 * 86_400_000;
      expect(opens.getTime() + moved).toBeLessThan(Date.parse(now));
      expect(closes.getTime() + moved - Date.parse(now)).toBeGreaterThan(5 * 86_400_000);
    }
  });
});
