import { sql } from 'kysely';
import { Region } from '../../../server/src/domains/places/index.ts';
import { Team } from '../../../server/src/domains/teams/index.ts';
import { Unit } from '../../../server/src/domains/units/index.ts';
import { inTransaction } from '../../../server/src/platform/database/index.ts';
import { pdfBytes, pngBytes } from '../../../server/src/platform/files/sample-bytes.ts';
import type { TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';

/** A refusal as tests look at it. */
export interface Found {
  readonly code: string;
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
}

const TYPES: Readonly<Record<string, string>> = {
  competition: 'Competition',
  category: 'Category',
  round: 'Round',
  entry: 'Entry',
  entries: 'Entries',
};

/** Runs one mutation and returns its object, read with `fields`, and its problems. */
export async function step<T>(
  client: Client,
  name: string,
  input: Record<string, unknown>,
  fields: string,
): Promise<{ readonly value: T; readonly problems: readonly Found[] }> {
  const field = fieldOf(name);
  const query = `mutation ($input: ${inputOf(name)}!) { ${name}(input: $input) { ${field} { ${fields} } problems { code path params } } }`;
  const answer = await client.ask<Record<string, { problems: Found[] } & Record<string, T>>>(query, {
    input,
  });
  const payload = answer[name];
  if (!payload) throw new Error(`${name} answered nothing`);
  return { value: payload[field] as T, problems: payload.problems };
}

/** A step that must not be refused. */
export async function done<T>(
  client: Client,
  name: string,
  input: Record<string, unknown>,
  fields: string,
): Promise<T> {
  const { value, problems } = await step<T>(client, name, input, fields);
  if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems)}`);
  return value;
}

/** The codes of a refused step, each with its path. */
export async function refusals(
  client: Client,
  name: string,
  input: Record<string, unknown>,
): Promise<string[]> {
  const { problems } = await step(client, name, input, 'id');
  return problems.map(({ code, path }) => (path.length > 0 ? `${code} ${path.join('.')}` : code));
}

/** The error code of a step that is forbidden altogether. */
export function errorOf(
  client: Client,
  name: string,
  input: Record<string, unknown>,
): Promise<string | null> {
  return client.codeOf(
    `mutation ($input: ${inputOf(name)}!) { ${name}(input: $input) { problems { code } } }`,
    { input },
  );
}

function fieldOf(name: string): string {
  if (/^(roundsReplace|awardRulesReplace|deadlineExtend)$/.test(name)) return 'competition';
  if (/^(criteriaReplace)$/.test(name)) return 'round';
  if (/^attachment/.test(name)) return 'entry';
  return (
    Object.keys(TYPES).find((field) => name.startsWith(field) && /^[A-Z]/.test(name.slice(field.length))) ??
    'entry'
  );
}

function inputOf(name: string): string {
  if (/^competition(Open|ReturnToDraft|Start|Publicise|Close)/.test(name)) return 'CompetitionStepInput';
  if (/^entry(Submit|Accept)$/.test(name)) return 'EntryStepInput';
  if (/^entry(Reject|Withdraw|Disqualify)$/.test(name)) return 'EntryReasonInput';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
}

/** Places, a unit and teams that may enter. */
export interface Scene {
  readonly unitId: string;
  readonly teamIds: readonly string[];
}

/** Makes a unit and some active teams in the database: their own domains have their own tests. */
export function makeScene(app: Pick<TestApp, 'database'>, teams = 2): Promise<Scene> {
  return inTransaction(app.database, async ({ em }) => {
    const region = em.create(Region, { code: '340503', name: '花山区', level: 'COUNTY', fullName: '花山区' });
    const unit = em.create(Unit, {
      name: '马鞍山市民政局',
      party: 'GOVERNMENT',
      kind: 'PARTY_GOVERNMENT',
      role: 'ORGANISER',
      region,
      duties: [],
    });
    const made = Array.from({ length: teams }, (_, i) =>
      em.create(Team, {
        number: `T${String(i + 1).padStart(5, '0')}`,
        name: `采石矶志愿服务队第${i + 1}分队`,
        kind: 'GROUP',
        unit,
        region,
        serviceTypes: ['COMMUNITY'],
        applicantKind: 'NEW_SOCIAL_ORG',
        state: 'ACTIVE',
        memberCount: 40 + i,
        activeMonths: 9,
        serviceMinutes: 60_000,
      }),
    );
    await em.flush();
    return { unitId: unit.id, teamIds: made.map(({ id }) => id) };
  });
}

/** The leader of a team, signed in. */
export function leaderOf(app: TestApp, teamId: string): Promise<Client> {
  return app.actor({ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: teamId });
}

export const EDITION = `id version state categories { id code } rounds { id version position state weight criteria { id code weight } }
  awardRules { id title quota } availableTransitions { event allowed problems { code path params } }`;

/** An edition as tests read it. */
export interface Edition {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly categories: readonly { id: string; code: string }[];
  readonly rounds: readonly {
    id: string;
    version: number;
    position: number;
    state: string;
    weight: string;
    criteria: readonly { id: string; code: string; weight: string }[];
  }[];
  readonly awardRules: readonly { id: string; title: string; quota: number }[];
  readonly availableTransitions: readonly { event: string; allowed: boolean; problems: readonly Found[] }[];
}

/** An edition of the year with all its dates, still a draft. Entries are taken from 1 May to 31 May, 18:00 in Shanghai. */
export async function draftEdition(coordinator: Client, year = 2026): Promise<Edition> {
  const edition = await done<Edition>(
    coordinator,
    'competitionCreate',
    {
      year,
      title: `${year}年志愿服务项目大赛`,
      entriesOpenAt: `${year}-05-01T01:00:00Z`,
      entriesCloseAt: `${year}-05-31T10:00:00Z`,
      screeningCloseAt: `${year}-06-20T10:00:00Z`,
      publicityStartsAt: `${year}-10-10T01:00:00Z`,
      publicityEndsAt: `${year}-10-16T10:00:00Z`,
    },
    EDITION,
  );
  const [first, second] = edition.rounds;
  await done(
    coordinator,
    'roundUpdate',
    {
      id: first?.id,
      version: first?.version,
      opensAt: `${year}-06-25T01:00:00Z`,
      closesAt: `${year}-07-18T10:00:00Z`,
    },
    'id',
  );
  await done(
    coordinator,
    'roundUpdate',
    {
      id: second?.id,
      version: second?.version,
      opensAt: `${year}-09-11T01:00:00Z`,
      closesAt: `${year}-09-12T10:00:00Z`,
    },
    'id',
  );
  return readEdition(coordinator, edition.id);
}

/** The edition as it stands for an actor. */
export async function readEdition(client: Client, id: string): Promise<Edition> {
  const { competition } = await client.ask<{ competition: Edition }>(
    `query ($id: ID!) { competition(id: $id) { ${EDITION} } }`,
    { id },
  );
  return competition;
}

/** Moves the clock; whoever is signed in stays so: sessions that end by themselves have tests of their own. */
export async function goTo(app: TestApp, instant: string): Promise<void> {
  app.clock.set(instant);
  await app.app.pipelines.run(
    sql`update session set last_seen_at = ${app.clock.now()}, expires_at = ${new Date(app.clock.now().getTime() + 86_400_000)}`,
  );
}

/** An edition that takes entries now; the clock is set into its first days. */
export async function openEdition(app: TestApp, coordinator: Client, year = 2026): Promise<Edition> {
  await goTo(app, `${year}-05-02T01:00:00Z`);
  const draft = await draftEdition(coordinator, year);
  return done<Edition>(coordinator, 'competitionOpen', { id: draft.id, version: draft.version }, EDITION);
}

const long = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Everything a complete entry says. */
export const COMPLETE = {
  summary: long('为独居老人每周上门送餐并聊天，', 60),
  need: long('全街道有三百多位独居老人，子女多在外地。', 120),
  activities: long('每周二、周五由两人一组上门，送餐、量血压、陪聊。', 120),
  innovation: long('把送餐路线和网格巡查路线合成一条。', 80),
  replicability: long('一个社区食堂加六名志愿者就能开始。', 80),
  results: long('一年来送餐一万二千份，无一次脱餐。', 80),
  plan: [
    { when: '2026-07', what: '招募并培训新志愿者' },
    { when: '2026-09-01', what: '扩到第二个社区' },
    { when: '2026-12', what: '回访并公布结果' },
  ],
  budget: [
    { item: '餐盒与保温袋', amount: '4200.50' },
    { item: '志愿者保险', amount: '1800' },
  ],
  beneficiaries: ['ELDERLY'],
  contactName: '林若溪',
  contactPhone: '0555-1200345',
} as const;

/** Uploads a file and returns its id. */
export async function upload(client: Client, name: string, bytes: Buffer): Promise<string> {
  const response = await client.fetch('/files', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
    body: new Uint8Array(bytes),
  });
  const body = (await response.json()) as { id?: string };
  if (!body.id) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return body.id;
}

export const uploadPdf = async (client: Client, name = '方案.pdf'): Promise<string> =>
  upload(client, name, await pdfBytes());
export const uploadPng = (client: Client): Promise<string> => upload(client, '照片.png', pngBytes());

export const ENTRY =
  'id version state number title submittedAt deadline budgetTotal canEdit completeness { code path } availableTransitions { event allowed problems { code path params } }';

/** An entry as tests read it. */
export interface EntryRead {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly number: string | null;
  readonly title: string;
  readonly submittedAt: string | null;
  readonly deadline: string | null;
  readonly budgetTotal: string | null;
  readonly canEdit: boolean;
  readonly completeness: readonly { code: string; path: readonly string[] }[];
  readonly availableTransitions: readonly { event: string; allowed: boolean; problems: readonly Found[] }[];
}

/** The entry as it stands for an actor; null when it does not exist for them. */
export async function readEntry<T = EntryRead>(
  client: Client,
  id: string,
  fields = ENTRY,
): Promise<T | null> {
  const { entry } = await client.ask<{ entry: T | null }>(
    `query ($id: ID!) { entry(id: $id) { ${fields} } }`,
    { id },
  );
  return entry;
}

export const categoryOf = (edition: Edition, code = 'DAILY_LIFE'): string =>
  edition.categories.find((category) => category.code === code)?.id ?? '';

/** A complete draft with its plan attached. */
export async function draftEntry(
  leader: Client,
  edition: Edition,
  teamId: string,
  title: string,
  category = 'DAILY_LIFE',
): Promise<EntryRead> {
  const entry = await done<EntryRead>(
    leader,
    'entryCreate',
    { competitionId: edition.id, categoryId: categoryOf(edition, category), teamId, title, ...COMPLETE },
    ENTRY,
  );
  return done<EntryRead>(
    leader,
    'attachmentAdd',
    { entryId: entry.id, fileId: await uploadPdf(leader), kind: 'PLAN' },
    ENTRY,
  );
}

/** An entry that has been submitted. */
export async function submittedEntry(
  leader: Client,
  edition: Edition,
  teamId: string,
  title: string,
  category = 'DAILY_LIFE',
): Promise<EntryRead> {
  const draft = await draftEntry(leader, edition, teamId, title, category);
  return done<EntryRead>(leader, 'entrySubmit', { id: draft.id, version: draft.version }, ENTRY);
}
