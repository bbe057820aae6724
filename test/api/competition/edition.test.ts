import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  done,
  draftEdition,
  EDITION,
  type Edition,
  errorOf,
  goTo,
  makeScene,
  readEdition,
  refusals,
  type Scene,
} from './kit.ts';

let app: TestApp;
let scene: Scene;
let coordinator: Client;
let auditor: Client;

beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00Z');
  scene = await makeScene(app);
  coordinator = await app.actor('COORDINATOR');
  auditor = await app.actor('AUDITOR');
});
afterAll(() => app.close());

const event = (edition: Edition, name: string) =>
  edition.availableTransitions.find((one) => one.event === name);

describe('setting up an edition', () => {
  it('begins with nine categories, two rounds of 40 and 60, criteria that sum to 100, and the usual awards', async () => {
    const edition = await done<Edition>(
      coordinator,
      'competitionCreate',
      { year: 2040, title: '2040年项目大赛', hostIds: [scene.unitId] },
      EDITION,
    );
    expect(edition.categories.map(({ code }) => code)).toHaveLength(9);
    expect(edition.rounds.map(({ weight }) => weight)).toEqual(['40.00', '60.00']);
    for (const { criteria } of edition.rounds)
      expect(criteria.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(100);
    expect(edition.awardRules.map(({ title, quota }) => `${title}${quota}`)).toEqual([
      '金奖1',
      '银奖2',
      '铜奖3',
    ]);
  });

  it('copies rounds, criteria and awards of an earlier edition', async () => {
    const first = await draftEdition(coordinator, 2041);
    const changed = await done<Edition>(
      coordinator,
      'awardRulesReplace',
      {
        competitionId: first.id,
        version: first.version,
        awardRules: [
          { title: '优秀项目', scope: 'OVERALL', quota: 12, tieAtLine: 'SHARE', minimumTotal: '75.5' },
        ],
      },
      EDITION,
    );
    const copy = await done<Edition>(
      coordinator,
      'competitionCreate',
      { year: 2042, title: '2042年项目大赛', copyFrom: first.id },
      EDITION,
    );
    expect(copy.awardRules.map(({ title, quota }) => ({ title, quota }))).toEqual([
      { title: '优秀项目', quota: 12 },
    ]);
    expect(copy.rounds.map(({ criteria }) => criteria.map(({ code }) => code))).toEqual(
      first.rounds.map(({ criteria }) => criteria.map(({ code }) => code)),
    );
    expect(copy.awardRules[0]?.id).not.toBe(changed.awardRules[0]?.id);
  });

  it('refuses a second edition of a year, texts beyond their limits and unknown organisers', async () => {
    await draftEdition(coordinator, 2043);
    expect(await refusals(coordinator, 'competitionCreate', { year: 2043, title: '又一届' })).toEqual([
      'ALREADY_EXISTS year',
    ]);
    expect(
      await refusals(coordinator, 'competitionCreate', { year: 1999, title: ' ', theme: '长'.repeat(101) }),
    ).toEqual(['OUT_OF_RANGE year', 'REQUIRED title', 'TOO_LONG theme']);
    expect(
      await refusals(coordinator, 'competitionCreate', {
        year: 2044,
        title: '一届',
        hostIds: [scene.unitId, scene.unitId, '018f0000-0000-7000-8000-000000000000'],
      }),
    ).toEqual(['DUPLICATE hostIds.1', 'NOT_FOUND hostIds.2']);
  });

  it('is the coordinators’ alone: others may not, and do not even see a draft', async () => {
    const draft = await draftEdition(coordinator, 2045);
    const leader = await app.actor({ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: scene.teamIds[0] ?? '' });
    for (const client of [auditor, leader, app.visitor]) {
      expect(await errorOf(client, 'competitionCreate', { year: 2046, title: '一届' })).toMatch(
        /^(FORBIDDEN|UNAUTHENTICATED)$/,
      );
    }
    expect((await readEdition(auditor, draft.id)).availableTransitions).toEqual([]);
    expect(await readEdition(leader, draft.id)).toBeNull();
    expect(await readEdition(app.visitor, draft.id)).toBeNull();
    const nested = await app.visitor.ask<{ round: unknown; category: unknown }>(
      'query ($round: ID!, $category: ID!) { round(id: $round) { id criteria { id } } category(id: $category) { id } }',
      { round: draft.rounds[0]?.id, category: draft.categories[0]?.id },
    );
    expect(nested).toEqual({ round: null, category: null });
  });

  it('lets a coordinator of one edition run that one only', async () => {
    const [mine, other] = [await draftEdition(coordinator, 2047), await draftEdition(coordinator, 2048)];
    const scoped = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: mine.id });
    expect(await readEdition(scoped, other.id)).toBeNull();
    expect(await errorOf(scoped, 'competitionCreate', { year: 2049, title: '一届' })).toBe('FORBIDDEN');
    const renamed = await done<Edition & { title: string }>(
      scoped,
      'competitionUpdate',
      { id: mine.id, version: mine.version, title: '改名' },
      'title version',
    );
    expect(renamed.title).toBe('改名');
  });

  it('refuses the second of two coordinators who change the same edition', async () => {
    const draft = await draftEdition(coordinator, 2050);
    const colleague = await app.actor('COORDINATOR');
    const both = await Promise.all(
      [coordinator, colleague].map((client, i) =>
        refusals(client, 'competitionUpdate', { id: draft.id, version: draft.version, theme: `主题${i}` }),
      ),
    );
    expect(both.flat()).toEqual(['STALE_VERSION version']);
  });
});

describe('rounds, criteria and awards', () => {
  const criterion = (code: string, weight: string, extra: Record<string, unknown> = {}) => ({
    code,
    title: code,
    weight,
    max: '10',
    step: '0.5',
    ...extra,
  });

  it('keeps criteria of the same code and demands weights that sum to 100', async () => {
    const draft = await draftEdition(coordinator, 2051);
    const round = draft.rounds[0];
    if (!round) throw new Error('no round');
    const input = { roundId: round.id, version: round.version };
    expect(
      await refusals(coordinator, 'criteriaReplace', {
        ...input,
        criteria: [criterion('NEED', '60'), criterion('IDEA', '39.99')],
      }),
    ).toEqual(['WEIGHTS_NOT_100 criteria']);
    expect(
      await refusals(coordinator, 'criteriaReplace', {
        ...input,
        criteria: [
          criterion('need', '50'),
          criterion('IDEA', '25', { step: '0.3' }),
          criterion('IDEA', '25', {
            bands: [
              { from: '0', to: '5', label: '低', text: '弱' },
              { from: '4', to: '11', label: '高', text: '强' },
            ],
          }),
        ],
      }),
    ).toEqual([
      'INVALID_FORMAT criteria.0.code',
      'STEP_INVALID criteria.1.step',
      'DUPLICATE criteria.2.code',
      'BANDS_INVALID criteria.2.bands.1',
    ]);
    const replaced = await done<Edition['rounds'][number]>(
      coordinator,
      'criteriaReplace',
      { ...input, criteria: [criterion('NEED', '60'), criterion('IDEA', '40')] },
      'version criteria { id code weight }',
    );
    expect(replaced.criteria.map(({ code, weight }) => `${code} ${weight}`)).toEqual([
      'NEED 60.00',
      'IDEA 40.00',
    ]);
    expect(replaced.criteria[0]?.id).toBe(round.criteria.find(({ code }) => code === 'NEED')?.id);
    expect(replaced.version).toBeGreaterThan(round.version);
  });

  it('sets rounds in one step: order, weights, new ones, removed ones', async () => {
    const draft = await draftEdition(coordinator, 2052);
    const [first, second] = draft.rounds;
    const given = (id: string | undefined, weight: string) => ({
      id,
      kind: 'DOCUMENT',
      title: '一轮',
      weight,
      judgesPerEntry: 3,
    });
    const input = { competitionId: draft.id, version: draft.version };
    expect(
      await refusals(coordinator, 'roundsReplace', {
        ...input,
        rounds: [given(first?.id, '40'), given(first?.id, '50')],
      }),
    ).toEqual(['DUPLICATE rounds.1.id', 'WEIGHTS_NOT_100 rounds']);
    const swapped = await done<Edition>(
      coordinator,
      'roundsReplace',
      { ...input, rounds: [given(second?.id, '70'), given(first?.id, '20'), given(undefined, '10')] },
      EDITION,
    );
    expect(swapped.rounds.map(({ id, weight }) => [id, weight]).slice(0, 2)).toEqual([
      [second?.id, '70.00'],
      [first?.id, '20.00'],
    ]);
    const single = await done<Edition>(
      coordinator,
      'roundsReplace',
      { competitionId: draft.id, version: swapped.version, rounds: [given(first?.id, '100')] },
      EDITION,
    );
    expect(single.rounds.map(({ id }) => id)).toEqual([first?.id]);
  });

  it('keeps weight sums in the database, whoever writes', async () => {
    const draft = await draftEdition(coordinator, 2053);
    const attack = (query: ReturnType<typeof sql>) => app.app.pipelines.run(query);
    await expect(
      attack(sql`update criterion set weight = weight + 1 where id = ${draft.rounds[0]?.criteria[0]?.id}`),
    ).rejects.toThrow();
    await expect(
      attack(sql`delete from criterion where id = ${draft.rounds[0]?.criteria[0]?.id}`),
    ).rejects.toThrow();
    await expect(
      attack(sql`update round set weight = 50 where id = ${draft.rounds[0]?.id}`),
    ).rejects.toThrow();
    await expect(
      attack(
        sql`update criterion set round_id = ${draft.rounds[1]?.id} where round_id = ${draft.rounds[0]?.id}`,
      ),
    ).rejects.toThrow();
    expect((await readEdition(coordinator, draft.id)).rounds.map(({ weight }) => weight)).toEqual([
      '40.00',
      '60.00',
    ]);
  });
});

describe('opening', () => {
  it('tells everything that stands in the way, and the step refuses for the same reasons', async () => {
    const bare = await done<Edition>(
      coordinator,
      'competitionCreate',
      { year: 2060, title: '2060年项目大赛' },
      EDITION,
    );
    const told = event(bare, 'open');
    expect(told?.allowed).toBe(false);
    expect(told?.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'DATES_MISSING entriesOpenAt',
      'DATES_MISSING entriesCloseAt',
    ]);
    expect(await refusals(coordinator, 'competitionOpen', { id: bare.id, version: bare.version })).toEqual([
      'DATES_MISSING entriesOpenAt',
      'DATES_MISSING entriesCloseAt',
    ]);
    const rounds = await done<Edition>(
      coordinator,
      'roundsReplace',
      {
        competitionId: bare.id,
        version: bare.version,
        rounds: [{ kind: 'DOCUMENT', title: '书面', weight: '100', judgesPerEntry: 5 }],
      },
      EDITION,
    );
    expect(event(rounds, 'open')?.problems).toContainEqual({
      code: 'CRITERIA_MISSING',
      path: ['rounds'],
      params: { round: '书面', roundEn: '' },
    });
  });

  it('is refused while dates contradict each other or the deadline is already past', async () => {
    const draft = await draftEdition(coordinator, 2061);
    await goTo(app, '2061-05-02T01:00:00Z');
    const wrong = await done<Edition>(
      coordinator,
      'competitionUpdate',
      { id: draft.id, version: draft.version, screeningCloseAt: '2061-05-20T00:00:00Z' },
      EDITION,
    );
    expect(event(wrong, 'open')?.problems).toEqual([
      {
        code: 'DATES_OUT_OF_ORDER',
        path: [],
        params: { earlier: 'entriesCloseAt', later: 'screeningCloseAt' },
      },
    ]);
    const right = await done<Edition>(
      coordinator,
      'competitionUpdate',
      { id: draft.id, version: wrong.version, screeningCloseAt: '2061-06-20T00:00:00Z' },
      EDITION,
    );
    expect(event(right, 'open')?.allowed).toBe(true);
    await goTo(app, '2061-06-01T00:00:00Z');
    const late = await readEdition(coordinator, draft.id);
    expect(event(late, 'open')?.problems).toEqual([
      { code: 'DEADLINE_PASSED', path: [], params: { deadline: '2061-05-31T10:00:00.000Z' } },
    ]);
  });

  it('fixes the announced deadline and keeps the dates in order from then on', async () => {
    await goTo(app, '2062-05-02T01:00:00Z');
    const draft = await draftEdition(coordinator, 2062);
    const open = await done<Edition>(
      coordinator,
      'competitionOpen',
      { id: draft.id, version: draft.version },
      EDITION,
    );
    expect(
      await refusals(coordinator, 'competitionUpdate', {
        id: open.id,
        version: open.version,
        entriesCloseAt: '2062-06-10T00:00:00Z',
      }),
    ).toEqual(['COMPETITION_STATE entriesCloseAt']);
    expect(
      await refusals(coordinator, 'competitionUpdate', {
        id: open.id,
        version: open.version,
        screeningCloseAt: '2062-05-10T00:00:00Z',
      }),
    ).toEqual(['DATES_OUT_OF_ORDER screeningCloseAt']);
    const round = open.rounds[0];
    expect(
      await refusals(coordinator, 'roundUpdate', {
        id: round?.id,
        version: round?.version,
        opensAt: '2062-06-01T00:00:00Z',
      }),
    ).toEqual(['DATES_OUT_OF_ORDER rounds.0.opensAt']);
    const back = await done<Edition>(
      coordinator,
      'competitionReturnToDraft',
      { id: open.id, version: open.version },
      EDITION,
    );
    expect(back.state).toBe('DRAFT');
  });

  it('refuses a step that does not start from the present phase', async () => {
    const draft = await draftEdition(coordinator, 2063);
    expect(await refusals(coordinator, 'competitionClose', { id: draft.id, version: draft.version })).toEqual(
      ['STATE_NOT_ALLOWED'],
    );
  });
});
