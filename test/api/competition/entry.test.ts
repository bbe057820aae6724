import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  COMPLETE,
  categoryOf,
  done,
  draftEntry,
  type Edition,
  ENTRY,
  type EntryRead,
  errorOf,
  type Found,
  goTo,
  leaderOf,
  makeScene,
  openEdition,
  readEntry,
  refusals,
  type Scene,
  step,
  submittedEntry,
  uploadPdf,
  uploadPng,
} from './kit.ts';

let app: TestApp;
let scene: Scene;
let coordinator: Client;
let leader: Client;
let other: Client;
let edition: Edition;
const team = (i = 0) => scene.teamIds[i] ?? '';

beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00Z');
  scene = await makeScene(app, 3);
  coordinator = await app.actor('COORDINATOR');
  leader = await leaderOf(app, team(0));
  other = await leaderOf(app, team(1));
  edition = await openEdition(app, coordinator);
});
afterAll(() => app.close());

let made = 0;
const title = () => {
  made += 1;
  return `邻里送餐项目之${made}`;
};
const create = (client: Client, input: Record<string, unknown> = {}) =>
  step<EntryRead>(
    client,
    'entryCreate',
    { competitionId: edition.id, categoryId: categoryOf(edition), teamId: team(0), title: title(), ...input },
    ENTRY,
  );
const version = async (id: string) => (await readEntry(coordinator, id))?.version;
const event = (entry: Pick<EntryRead, 'availableTransitions'> | null, name: string) =>
  entry?.availableTransitions.find((one) => one.event === name);
const run = (query: ReturnType<typeof sql>) => app.app.pipelines.run(query);

describe('writing an entry', () => {
  it('begins as a draft that says what is missing, and saves field by field', async () => {
    const { value: draft } = await create(leader);
    expect(draft.state).toBe('DRAFT');
    expect(draft.number).toBeNull();
    expect(draft.deadline).toBe('2026-05-31T10:00:00.000Z');
    expect(draft.completeness).toContainEqual({ code: 'REQUIRED', path: ['need'] });
    expect(draft.completeness).toContainEqual({ code: 'PLAN_MISSING', path: ['attachments'] });
    const saved = await done<EntryRead & { need: string; summary: string }>(
      leader,
      'entryUpdate',
      { id: draft.id, version: draft.version, need: '  只写了一句  ', budget: COMPLETE.budget },
      `${ENTRY} need summary`,
    );
    expect(saved).toMatchObject({ need: '只写了一句', summary: '', budgetTotal: '6000.50' });
    expect(saved.completeness).toContainEqual({ code: 'TOO_SHORT', path: ['need'] });
    const again = await done<{ need: string; budgetTotal: string }>(
      leader,
      'entryUpdate',
      { id: draft.id, version: saved.version, summary: COMPLETE.summary },
      'need budgetTotal',
    );
    expect(again).toEqual({ need: '只写了一句', budgetTotal: '6000.50' });
  });

  it('refuses texts, lists and amounts beyond their limits, each at its field', async () => {
    const { value: draft } = await create(leader);
    const found = await refusals(leader, 'entryUpdate', {
      id: draft.id,
      version: draft.version,
      title: '长'.repeat(61),
      need: '长'.repeat(2001),
      plan: [
        { when: '2026-13', what: '开工' },
        { when: '2026-10', what: ' ' },
      ],
      budget: [
        { item: '纸', amount: '1.234' },
        { item: '笔', amount: '-5' },
      ],
      beneficiaries: ['ELDERLY', 'ELDERLY'],
      contactPhone: '打给我',
    });
    expect(found).toEqual([
      'TOO_LONG title',
      'TOO_LONG need',
      'INVALID_FORMAT contactPhone',
      'INVALID_FORMAT plan.0.when',
      'REQUIRED plan.1.what',
      'INVALID_FORMAT budget.0.amount',
      'INVALID_FORMAT budget.1.amount',
      'DUPLICATE beneficiaries.1',
    ]);
    expect(
      await refusals(leader, 'entryUpdate', { id: draft.id, version: draft.version, title: ' ' }),
    ).toEqual(['REQUIRED title']);
    expect(
      await refusals(leader, 'entryUpdate', {
        id: draft.id,
        version: draft.version,
        plan: Array.from({ length: 25 }, () => ({ when: '2026-10', what: '做' })),
      }),
    ).toEqual(['TOO_MANY plan']);
  });

  it('refuses ten megabytes of text without falling over', async () => {
    const { value: draft } = await create(leader);
    const answer = await leader.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($i: EntryUpdateInput!) { entryUpdate(input: $i) { problems { code } } }',
        variables: { i: { id: draft.id, version: 1, need: '长'.repeat(3_500_000) } },
      }),
    });
    expect(answer.status).toBe(413);
  });

  it('takes a title once for a team and a category, whatever blanks and width it is written with', async () => {
    await done(
      leader,
      'entryCreate',
      { competitionId: edition.id, categoryId: categoryOf(edition), teamId: team(0), title: '银发 AI 课堂' },
      'id',
    );
    expect(
      (await create(leader, { title: '银发ＡＩ课堂' })).problems.map(
        ({ code, path }) => `${code} ${path.join('.')}`,
      ),
    ).toEqual(['ALREADY_EXISTS title']);
    const { value: renamed } = await create(leader);
    expect(
      await refusals(leader, 'entryUpdate', {
        id: renamed.id,
        version: renamed.version,
        title: '银发ai课堂',
      }),
    ).toEqual(['ALREADY_EXISTS title']);
    expect(
      (await create(leader, { title: '银发AI课堂', categoryId: categoryOf(edition, 'HEALTH') })).problems,
    ).toEqual([]);
    expect((await create(other, { title: '银发AI课堂', teamId: team(1) })).problems).toEqual([]);
  });

  it('lets the same team send the same title twice at once only once', async () => {
    const same = title();
    const answers = await Promise.all([
      create(leader, { title: same }),
      create(leader, { title: same }),
      create(leader, { title: same }),
    ]);
    expect(answers.map(({ problems }) => problems[0]?.code ?? 'done').sort()).toEqual([
      'ALREADY_EXISTS',
      'ALREADY_EXISTS',
      'done',
    ]);
  });

  it('refuses a team that is not active, a category of another edition, and somebody else’s team', async () => {
    await run(sql`update team set state = 'SUSPENDED' where id = ${team(2)}`);
    expect((await create(coordinator, { teamId: team(2) })).problems.map(({ code }) => code)).toEqual([
      'TEAM_NOT_ACTIVE',
    ]);
    expect((await create(leader, { categoryId: '018f0000-0000-7000-8000-000000000000' })).problems).toEqual([
      { code: 'NOT_FOUND', path: ['categoryId'], params: {} },
    ]);
    const input = {
      competitionId: edition.id,
      categoryId: categoryOf(edition),
      teamId: team(1),
      title: title(),
    };
    expect(await errorOf(leader, 'entryCreate', input)).toBe('FORBIDDEN');
    expect(await errorOf(app.visitor, 'entryCreate', input)).toBe('UNAUTHENTICATED');
    expect(await errorOf(await app.actor('AUDITOR'), 'entryCreate', input)).toBe('FORBIDDEN');
  });

  it('tells the second of two writers of one draft that it is stale', async () => {
    const { value: draft } = await create(leader);
    const answers = await Promise.all(
      [leader, coordinator].map((client, i) =>
        step<EntryRead>(
          client,
          'entryUpdate',
          { id: draft.id, version: draft.version, results: `写法${i}` },
          'id',
        ),
      ),
    );
    const refused = answers.flatMap(({ problems }) => problems);
    expect(refused).toEqual([
      {
        code: 'STALE_VERSION',
        path: ['version'],
        params: { yours: draft.version, current: draft.version + 1 },
      },
    ]);
  });
});

describe('attachments', () => {
  it('takes up to ten files of the right kind, in an order one can change', async () => {
    const { value: draft } = await create(leader);
    const fields = `${ENTRY} attachments { id kind title position file { name kind } }`;
    type WithFiles = EntryRead & {
      attachments: { id: string; title: string; position: number; file: { name: string } }[];
    };
    await done(
      leader,
      'attachmentAdd',
      { entryId: draft.id, fileId: await uploadPdf(leader), kind: 'PLAN', title: '项目方案' },
      'id',
    );
    const two = await done<WithFiles>(
      leader,
      'attachmentAdd',
      { entryId: draft.id, fileId: await uploadPng(leader), kind: 'IMAGE' },
      fields,
    );
    expect(two.attachments.map(({ title: name, position }) => [name, position])).toEqual([
      ['项目方案', 1],
      ['照片.png', 2],
    ]);
    expect(
      await refusals(leader, 'attachmentAdd', {
        entryId: draft.id,
        fileId: await uploadPng(leader),
        kind: 'PLAN',
      }),
    ).toEqual(['FILE_TYPE_NOT_ALLOWED fileId']);
    const [first, second] = two.attachments;
    const swapped = await done<WithFiles>(
      leader,
      'attachmentsReorder',
      { entryId: draft.id, attachmentIds: [second?.id, first?.id] },
      fields,
    );
    expect(swapped.attachments.map(({ id }) => id)).toEqual([second?.id, first?.id]);
    expect(
      await refusals(leader, 'attachmentsReorder', { entryId: draft.id, attachmentIds: [first?.id] }),
    ).toEqual(['OUT_OF_RANGE attachmentIds']);
    const removed = await done<WithFiles>(leader, 'attachmentRemove', { id: second?.id }, fields);
    expect(removed.attachments.map(({ title: name, position }) => [name, position])).toEqual([
      ['项目方案', 1],
    ]);
    for (let i = 0; i < 9; i += 1)
      await done(
        leader,
        'attachmentAdd',
        { entryId: draft.id, fileId: await uploadPng(leader), kind: 'IMAGE' },
        'id',
      );
    expect(
      await refusals(leader, 'attachmentAdd', {
        entryId: draft.id,
        fileId: await uploadPng(leader),
        kind: 'IMAGE',
      }),
    ).toEqual(['TOO_MANY fileId']);
  });

  it('takes only one’s own uploads, onto one’s own entries, once', async () => {
    const { value: draft } = await create(leader);
    const theirs = await uploadPdf(other);
    expect(
      await refusals(leader, 'attachmentAdd', { entryId: draft.id, fileId: theirs, kind: 'PLAN' }),
    ).toEqual(['NOT_FOUND fileId']);
    expect(await errorOf(other, 'attachmentAdd', { entryId: draft.id, fileId: theirs, kind: 'PLAN' })).toBe(
      'NOT_FOUND',
    );
    const file = await uploadPdf(leader);
    await done(leader, 'attachmentAdd', { entryId: draft.id, fileId: file, kind: 'PLAN' }, 'id');
    expect(
      await refusals(leader, 'attachmentAdd', { entryId: draft.id, fileId: file, kind: 'OTHER' }),
    ).toEqual(['DUPLICATE fileId']);
  });

  it('gives a file to whoever reads the entry, and to nobody else', async () => {
    const draft = await draftEntry(leader, edition, team(0), title());
    const found = await readEntry<{ attachments: { file: { url: string } }[] }>(
      leader,
      draft.id,
      'attachments { file { url } }',
    );
    const url = found?.attachments[0]?.file.url ?? '';
    const statuses = await Promise.all(
      [leader, coordinator, other, app.visitor].map(async (client) => (await client.fetch(url)).status),
    );
    expect(statuses).toEqual([200, 200, 404, 404]);
  });
});

describe('submitting', () => {
  it('demands a complete entry; the button says the same as the refusal', async () => {
    const { value: draft } = await create(leader, { ...COMPLETE, need: '太短' });
    const wanted = ['TOO_SHORT need', 'PLAN_MISSING attachments'];
    expect(event(draft, 'submit')?.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(
      wanted,
    );
    expect(await refusals(leader, 'entrySubmit', { id: draft.id, version: draft.version })).toEqual(wanted);
  });

  it('freezes the facts of the team, keeps a revision and gives a number', async () => {
    const entry = await submittedEntry(leader, edition, team(0), title(), 'ENVIRONMENT');
    expect(entry).toMatchObject({
      state: 'SUBMITTED',
      number: '2026-环保-001',
      canEdit: false,
      submittedAt: '2026-05-02T01:00:00.000Z',
    });
    await run(sql`update team set member_count = 999 where id = ${team(0)}`);
    type Facts = {
      factsMembers: number;
      factsMinutes: number;
      revisions: { number: number; submittedByName: string; content: Record<string, unknown> }[];
    };
    const facts = await readEntry<Facts>(
      leader,
      entry.id,
      'factsMembers factsMinutes revisions { number submittedByName content }',
    );
    expect(facts).toMatchObject({ factsMembers: 40, factsMinutes: 60_000 });
    expect(facts?.revisions[0]).toMatchObject({
      number: 1,
      submittedByName: '队长',
      content: {
        need: COMPLETE.need,
        category: 'ENVIRONMENT',
        facts: { members: 40 },
        attachments: [{ kind: 'PLAN', name: '方案.pdf' }],
      },
    });
    await run(sql`update team set member_count = 40 where id = ${team(0)}`);
  });

  it('numbers without gaps when many submit at once', async () => {
    const drafts = [];
    for (let i = 0; i < 6; i += 1) drafts.push(await draftEntry(leader, edition, team(0), title(), 'HEALTH'));
    const answers = await Promise.all(
      drafts.map(({ id, version: seen }) =>
        done<EntryRead>(leader, 'entrySubmit', { id, version: seen }, ENTRY),
      ),
    );
    expect(answers.map(({ number }) => number).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `2026-健康-00${n}`),
    );
  });

  it('happens once when the same request is sent five times', async () => {
    const draft = await draftEntry(leader, edition, team(0), title(), 'LIVELIHOOD');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        step<EntryRead>(leader, 'entrySubmit', { id: draft.id, version: draft.version }, ENTRY),
      ),
    );
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    const kept = await readEntry<{ revisions: unknown[] }>(leader, draft.id, 'revisions { id }');
    expect(kept?.revisions).toHaveLength(1);
  });

  it('closes the entry to changes, attachments included', async () => {
    const entry = await submittedEntry(leader, edition, team(0), title());
    expect(
      await refusals(leader, 'entryUpdate', { id: entry.id, version: entry.version, need: COMPLETE.need }),
    ).toEqual(['ENTRY_NOT_EDITABLE']);
    expect(
      await refusals(leader, 'attachmentAdd', {
        entryId: entry.id,
        fileId: await uploadPdf(leader),
        kind: 'PLAN',
      }),
    ).toEqual(['ENTRY_NOT_EDITABLE']);
    expect(await refusals(leader, 'entrySubmit', { id: entry.id, version: entry.version })).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
  });
});

describe('screening', () => {
  it('returns an entry with notes at its fields and a deadline of its own; the next submission settles them', async () => {
    const entry = await submittedEntry(leader, edition, team(0), title());
    expect(
      await refusals(coordinator, 'entryReturn', { id: entry.id, version: entry.version, notes: [] }),
    ).toEqual(['REQUIRED notes']);
    expect(
      await refusals(coordinator, 'entryReturn', {
        id: entry.id,
        version: entry.version,
        notes: [{ field: 'secret', text: ' ' }],
      }),
    ).toEqual(['INVALID_FORMAT notes.0.field', 'REQUIRED notes.0.text']);
    const notes = [
      { field: 'need', text: '请补充走访数据的来源' },
      { field: 'attachments', text: '方案请盖章' },
    ];
    const returned = await done<EntryRead>(
      coordinator,
      'entryReturn',
      { id: entry.id, version: entry.version, notes },
      ENTRY,
    );
    expect(returned).toMatchObject({ state: 'RETURNED', deadline: '2026-05-31T10:00:00.000Z' });
    type Notes = {
      screeningNotes: { field: string; text: string; resolved: boolean; authorName: string }[];
      resubmitUntil: string;
    };
    const seen = await readEntry<Notes>(
      leader,
      entry.id,
      'resubmitUntil screeningNotes { field text resolved authorName }',
    );
    expect(seen?.screeningNotes.map(({ field, resolved }) => [field, resolved]).sort()).toEqual([
      ['attachments', false],
      ['need', false],
    ]);
    expect(seen?.resubmitUntil).toBe('2026-05-09T01:00:00.000Z');
    const changed = await done<EntryRead>(
      leader,
      'entryUpdate',
      { id: entry.id, version: returned.version, need: `${COMPLETE.need}数据来自入户走访。` },
      ENTRY,
    );
    const again = await done<EntryRead>(
      leader,
      'entrySubmit',
      { id: entry.id, version: changed.version },
      ENTRY,
    );
    expect(again).toMatchObject({ state: 'SUBMITTED', number: entry.number });
    const settled = await readEntry<Notes & { revisions: { number: number; content: { need: string } }[] }>(
      leader,
      entry.id,
      'screeningNotes { resolved } revisions { number content }',
    );
    expect(settled?.screeningNotes.map(({ resolved }) => resolved)).toEqual([true, true]);
    expect(settled?.revisions.map(({ number, content }) => [number, content.need === COMPLETE.need])).toEqual(
      [
        [2, false],
        [1, true],
      ],
    );
  });

  it('accepts, and rejects for a reason that the team reads', async () => {
    const [good, bad] = [
      await submittedEntry(leader, edition, team(0), title()),
      await submittedEntry(leader, edition, team(0), title()),
    ];
    expect(
      (await done<EntryRead>(coordinator, 'entryAccept', { id: good.id, version: good.version }, ENTRY))
        .state,
    ).toBe('ELIGIBLE');
    expect(
      await refusals(coordinator, 'entryReject', { id: bad.id, version: bad.version, reason: ' ' }),
    ).toEqual(['REASON_REQUIRED reason']);
    await done(
      coordinator,
      'entryReject',
      { id: bad.id, version: bad.version, reason: '队伍服务未满六个月' },
      'id',
    );
    expect(await readEntry(leader, bad.id, 'state stateReason')).toEqual({
      state: 'INELIGIBLE',
      stateReason: '队伍服务未满六个月',
    });
  });

  it('is the office’s: the team cannot accept its own entry', async () => {
    const entry = await submittedEntry(leader, edition, team(0), title());
    expect(entry.availableTransitions.map((one) => one.event)).toEqual(['withdraw']);
    expect(await errorOf(leader, 'entryAccept', { id: entry.id, version: entry.version })).toBe('FORBIDDEN');
    expect(
      await errorOf(await app.actor('AUDITOR'), 'entryAccept', { id: entry.id, version: entry.version }),
    ).toBe('FORBIDDEN');
  });

  it('accepts many at once, all or none, and names each row that stands in the way', async () => {
    const [a, b] = [
      await submittedEntry(leader, edition, team(0), title()),
      await submittedEntry(leader, edition, team(0), title()),
    ];
    const { value: draft } = await create(leader);
    const unknown = '018f0000-0000-7000-8000-000000000000';
    expect(await refusals(coordinator, 'entriesAccept', { ids: [a.id, draft.id, unknown, a.id] })).toEqual([
      'STATE_NOT_ALLOWED ids.1',
      'NOT_FOUND ids.2',
      'DUPLICATE ids.3',
    ]);
    expect((await readEntry(coordinator, a.id))?.state).toBe('SUBMITTED');
    const both = await done<{ state: string }[]>(
      coordinator,
      'entriesAccept',
      { ids: [a.id, b.id] },
      'state',
    );
    expect(both).toEqual([{ state: 'ELIGIBLE' }, { state: 'ELIGIBLE' }]);
    expect(await refusals(coordinator, 'entriesAccept', { ids: [] })).toEqual(['REQUIRED ids']);
    const c = await submittedEntry(leader, edition, team(0), title());
    await done(
      coordinator,
      'entriesReturn',
      { ids: [c.id], notes: [{ field: 'general', text: '请统一补充预算依据' }] },
      'state',
    );
    expect(await readEntry(leader, c.id, 'state screeningNotes { text }')).toEqual({
      state: 'RETURNED',
      screeningNotes: [{ text: '请统一补充预算依据' }],
    });
  });

  it('rejects several for the same reason, all or none', async () => {
    const a = await submittedEntry(leader, edition, team(0), title());
    const b = await submittedEntry(leader, edition, team(0), title());
    await done(coordinator, 'entryAccept', { id: b.id, version: b.version }, 'id');
    const reason = '不在本届征集范围内';
    expect(await refusals(coordinator, 'entriesReject', { ids: [a.id, b.id], reason })).toEqual([
      'STATE_NOT_ALLOWED ids.1',
    ]);
    expect(await refusals(coordinator, 'entriesReject', { ids: [a.id], reason: ' ' })).toEqual([
      'REASON_REQUIRED reason',
    ]);
    expect(await readEntry(leader, a.id, 'state')).toEqual({ state: 'SUBMITTED' });
    await done(coordinator, 'entriesReject', { ids: [a.id], reason }, 'state');
    expect(await readEntry(leader, a.id, 'state stateReason')).toEqual({
      state: 'INELIGIBLE',
      stateReason: reason,
    });
  });

  it('lets one of two coordinators decide an entry', async () => {
    const entry = await submittedEntry(leader, edition, team(0), title());
    const colleague = await app.actor('COORDINATOR');
    const answers = await Promise.all([
      refusals(coordinator, 'entryAccept', { id: entry.id, version: entry.version }),
      refusals(colleague, 'entryReject', { id: entry.id, version: entry.version, reason: '材料不全' }),
    ]);
    expect(answers.flat()).toEqual(['STALE_VERSION version']);
  });

  it('frees the title of a withdrawn entry and keeps its record', async () => {
    const same = title();
    const entry = await submittedEntry(leader, edition, team(0), same);
    await done(
      leader,
      'entryWithdraw',
      { id: entry.id, version: entry.version, reason: '骨干调离，今年无法实施' },
      'id',
    );
    expect((await create(leader, { title: same })).problems).toEqual([]);
    expect(await readEntry(coordinator, entry.id, 'state number')).toEqual({
      state: 'WITHDRAWN',
      number: entry.number,
    });
  });
});

describe('who sees what', () => {
  it('hides other teams’ entries everywhere, nested and counted too', async () => {
    const mine = await submittedEntry(leader, edition, team(0), title());
    const list = await other.ask<{ entries: { nodes: { team: { id: string } }[]; totalCount: number } }>(
      '{ entries(first: 200) { nodes { team { id } } totalCount } }',
    );
    expect(new Set(list.entries.nodes.map((entry) => entry.team.id))).toEqual(new Set([team(1)]));
    expect(list.entries.totalCount).toBe(list.entries.nodes.length);
    for (const client of [other, app.visitor, await app.actor('JUDGE'), await app.actor('VOLUNTEER')])
      expect(await readEntry(client, mine.id)).toBeNull();
    expect(await errorOf(other, 'entryUpdate', { id: mine.id, version: mine.version, need: 'x' })).toBe(
      'NOT_FOUND',
    );
    expect(
      await errorOf(other, 'entryWithdraw', { id: mine.id, version: mine.version, reason: '不是我的' }),
    ).toBe('NOT_FOUND');
  });

  it('shows an auditor everything and lets them change nothing', async () => {
    const mine = await submittedEntry(leader, edition, team(0), title());
    const auditor = await app.actor('AUDITOR');
    const seen = await readEntry<{ contactPhone: string; availableTransitions: unknown[] }>(
      auditor,
      mine.id,
      'contactPhone availableTransitions { event }',
    );
    expect(seen).toEqual({ contactPhone: COMPLETE.contactPhone, availableTransitions: [] });
  });

  it('finds by two characters, by number, by the team’s name; sorts and filters by category', async () => {
    const marked = await submittedEntry(leader, edition, team(0), `夜航江心洲${title()}`, 'EMERGENCY');
    const search = async (words: string) =>
      (
        await coordinator.ask<{ entries: { nodes: { id: string }[] } }>(
          'query ($s: String) { entries(filter: { search: $s }, first: 200) { nodes { id } } }',
          { s: words },
        )
      ).entries.nodes.map(({ id }) => id);
    expect(await search('江心')).toEqual([marked.id]);
    expect(await search(marked.number ?? '')).toEqual([marked.id]);
    expect(await search('江心 第1分队')).toEqual([marked.id]);
    expect(await search('江心 第9分队')).toEqual([]);
    const emergency = await coordinator.ask<{ entries: { nodes: { id: string }[] } }>(
      '{ entries(filter: { categoryCode: { eq: EMERGENCY }, state: { in: [SUBMITTED] } }, sort: [{ field: CATEGORY, direction: ASC }, { field: NUMBER, direction: DESC }]) { nodes { id } } }',
    );
    expect(emergency.entries.nodes.map(({ id }) => id)).toEqual([marked.id]);
  });

  it('pages through every entry once, those never submitted at the end', async () => {
    const seen: (string | null)[] = [];
    const ids = new Set<string>();
    let after: string | null = null;
    do {
      const page: {
        entries: {
          nodes: { id: string; submittedAt: string | null }[];
          pageInfo: { endCursor: string | null; hasNextPage: boolean };
        };
      } = await coordinator.ask(
        'query ($after: String) { entries(first: 7, after: $after, sort: [{ field: SUBMITTED_AT, direction: DESC }]) { nodes { id submittedAt } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      for (const { id, submittedAt } of page.entries.nodes) {
        ids.add(id);
        seen.push(submittedAt);
      }
      after = page.entries.pageInfo.hasNextPage ? page.entries.pageInfo.endCursor : null;
    } while (after);
    const { entries } = await coordinator.ask<{ entries: { totalCount: number } }>(
      '{ entries { totalCount } }',
    );
    expect(ids.size).toBe(entries.totalCount);
    expect(seen).toHaveLength(entries.totalCount);
    expect(seen.indexOf(null)).toBe(seen.filter((at) => at !== null).length);
  });

  it('reads a page of entries with everything nested in one statement', async () => {
    const query =
      '{ entries(first: 50) { nodes { title team { name } category { title } competition { title } attachments { file { name } } availableTransitions { event } completeness { code } } totalCount } }';
    await coordinator.ask(query);
    expect(await app.statements(() => coordinator.ask(query))).toHaveLength(1);
  });
});

describe('deadlines by the server’s clock', () => {
  it('close entries at the instant, and not before; an extension reopens them for whom it is', async () => {
    const [mine, theirs] = [
      await draftEntry(leader, edition, team(0), title()),
      await draftEntry(other, edition, team(1), title()),
    ];
    const late = await submittedEntry(leader, edition, team(0), title());
    await goTo(app, '2026-05-31T09:59:59Z');
    const last = await done<EntryRead>(
      leader,
      'entryUpdate',
      { id: mine.id, version: mine.version, contactName: '周景行' },
      ENTRY,
    );
    await goTo(app, '2026-05-31T10:00:00Z');
    const passed: Found = {
      code: 'DEADLINE_PASSED',
      path: [],
      params: { deadline: '2026-05-31T10:00:00.000Z' },
    };
    expect(
      (await step(leader, 'entrySubmit', { id: mine.id, version: last.version }, 'id')).problems,
    ).toEqual([passed]);
    expect(event(await readEntry(leader, mine.id), 'submit')?.problems).toEqual([passed]);
    expect(
      await refusals(leader, 'entryUpdate', { id: mine.id, version: last.version, contactName: '迟了' }),
    ).toEqual(['DEADLINE_PASSED']);
    expect(
      await refusals(leader, 'attachmentAdd', {
        entryId: mine.id,
        fileId: await uploadPdf(leader),
        kind: 'PLAN',
      }),
    ).toEqual(['DEADLINE_PASSED']);
    expect((await create(leader)).problems).toEqual([passed]);

    const extend = (input: Record<string, unknown>) =>
      step<{
        extensions: { until: string; reason: string; entryId: string | null; createdByName: string }[];
      }>(
        coordinator,
        'deadlineExtend',
        { competitionId: edition.id, reason: '汛期停电，酌情延期', ...input },
        'extensions { until reason entryId createdByName }',
      );
    expect(
      (await extend({ entryId: mine.id, until: '2026-05-31T10:00:00Z' })).problems.map(({ code }) => code),
    ).toEqual(['DEADLINE_NOT_LATER']);
    expect(
      (await extend({ entryId: mine.id, until: '2026-06-05T10:00:00Z', reason: '' })).problems.map(
        ({ code }) => code,
      ),
    ).toEqual(['REQUIRED']);
    expect(
      (await extend({ entryId: late.id, until: '2026-06-05T10:00:00Z' })).problems.map(({ code }) => code),
    ).toEqual(['ENTRY_NOT_EDITABLE']);
    const { value: extended } = await extend({ entryId: mine.id, until: '2026-06-02T10:00:00Z' });
    expect(extended.extensions).toEqual([
      {
        until: '2026-06-02T10:00:00.000Z',
        reason: '汛期停电，酌情延期',
        entryId: mine.id,
        createdByName: '沈协调',
      },
    ]);
    expect((await readEntry(leader, mine.id))?.deadline).toBe('2026-06-02T10:00:00.000Z');
    expect(await refusals(other, 'entrySubmit', { id: theirs.id, version: theirs.version })).toEqual([
      'DEADLINE_PASSED',
    ]);
    expect(
      (await done<EntryRead>(leader, 'entrySubmit', { id: mine.id, version: last.version }, ENTRY))
        .submittedAt,
    ).toBe('2026-05-31T10:00:00.000Z');
    expect(
      await errorOf(leader, 'deadlineExtend', {
        competitionId: edition.id,
        until: '2026-07-01T00:00:00Z',
        reason: '我也要',
      }),
    ).toBe('FORBIDDEN');
  });

  it('give a returned entry its own time, beyond the edition’s deadline', async () => {
    const entry = await readEntryByState('SUBMITTED');
    const returned = await done<EntryRead>(
      coordinator,
      'entryReturn',
      {
        id: entry.id,
        version: entry.version,
        notes: [{ field: 'results', text: '请写明数据时间' }],
        until: '2026-06-08T10:00:00Z',
      },
      ENTRY,
    );
    expect(returned.deadline).toBe('2026-06-08T10:00:00.000Z');
    await goTo(app, '2026-06-08T10:00:00Z');
    expect(await refusals(leader, 'entrySubmit', { id: entry.id, version: returned.version })).toEqual([
      'DEADLINE_PASSED',
    ]);
    await goTo(app, '2026-06-08T09:00:00Z');
    expect(await refusals(leader, 'entrySubmit', { id: entry.id, version: returned.version })).toEqual([]);
  });

  async function readEntryByState(state: string): Promise<EntryRead> {
    const { entries } = await leader.ask<{ entries: { nodes: EntryRead[] } }>(
      `query ($s: EntryState) { entries(first: 1, filter: { state: { eq: $s } }) { nodes { ${ENTRY} } } }`,
      { s: state },
    );
    const [entry] = entries.nodes;
    if (!entry) throw new Error(`no entry is ${state}`);
    return entry;
  }
});

describe('what the database keeps by itself', () => {
  it('refuses to change, move or remove what was submitted, whoever writes', async () => {
    const [row] = await app.app.pipelines.run(
      sql<{ id: string }>`select id from entry where state = 'SUBMITTED' limit 1`,
    );
    const id = row?.id;
    await expect(run(sql`update entry set need = 'tampered' where id = ${id}`)).rejects.toThrow();
    await expect(run(sql`update entry set facts_members = 5000 where id = ${id}`)).rejects.toThrow();
    await expect(run(sql`update entry set number = '2026-应急-999' where id = ${id}`)).rejects.toThrow();
    await expect(run(sql`update entry set team_id = ${team(1)} where id = ${id}`)).rejects.toThrow();
    await expect(run(sql`delete from entry where id = ${id}`)).rejects.toThrow();
    await expect(run(sql`delete from attachment where entry_id = ${id}`)).rejects.toThrow();
    await expect(run(sql`update entry_revision set content = '{}' where entry_id = ${id}`)).rejects.toThrow();
    await expect(run(sql`delete from deadline_extension`)).rejects.toThrow();
    await expect(run(sql`update entry set state = 'RETURNED' where id = ${id}`)).rejects.toThrow();
    await expect(run(sql`update entry set state = 'NOWHERE' where id = ${id}`)).rejects.toThrow();
  });

  it('refuses a second entry of a team with the same title in a category (invariant 9)', async () => {
    const [row] = await app.app.pipelines.run(
      sql<{ id: string; title: string }>`select id, title from entry where state = 'DRAFT' limit 1`,
    );
    await expect(
      run(sql`insert into entry (id, created_at, updated_at, competition_id, category_id, team_id, title, applicant_kind, plan, budget, budget_total, beneficiaries)
        select gen_random_uuid(), now(), now(), competition_id, category_id, team_id, ' ' || title || ' ', applicant_kind, '[]', '[]', 0, '[]' from entry where id = ${row?.id}`),
    ).rejects.toThrow();
    expect(await version(row?.id ?? '')).toBeGreaterThan(0);
  });
});
