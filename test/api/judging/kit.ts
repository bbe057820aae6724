import { sql } from 'kysely';
import type { TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  done,
  EDITION,
  type Edition,
  type EntryRead,
  type Found,
  goTo,
  leaderOf,
  makeScene,
  openEdition,
  readEdition,
  type Scene,
  submittedEntry,
} from '../competition/kit.ts';

export { type Found, goTo, readEdition } from '../competition/kit.ts';

/** Runs one mutation and returns its whole payload. `fields` are selected beside `problems`. */
export async function act<T = Record<string, unknown>>(
  client: Client,
  name: string,
  input: Record<string, unknown>,
  fields = '',
): Promise<T & { readonly problems: readonly Found[] }> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const input$ = INPUTS[name] ?? type;
  const answer = await client.ask<Record<string, T & { problems: Found[] }>>(
    `mutation ($input: ${input$}!) { ${name}(input: $input) { ${fields} problems { code path params } } }`,
    { input },
  );
  const payload = answer[name];
  if (!payload) throw new Error(`${name} answered nothing`);
  return payload;
}

const INPUTS: Readonly<Record<string, string>> = {
  judgeActivate: 'JudgeStepInput',
  judgeReinstate: 'JudgeStepInput',
  judgesInvite: 'JudgeInviteInput',
  competitionOpen: 'CompetitionStepInput',
  competitionStartScreening: 'CompetitionStepInput',
  competitionStartReview: 'CompetitionStepInput',
  competitionStartDeliberation: 'CompetitionStepInput',
  competitionPublicise: 'CompetitionStepInput',
  competitionClose: 'CompetitionStepInput',
  entryDisqualify: 'EntryReasonInput',
};

/** A step that must not be refused. */
export async function ok<T = Record<string, unknown>>(
  client: Client,
  name: string,
  input: Record<string, unknown>,
  fields = '',
): Promise<T> {
  const payload = await act<T>(client, name, input, fields);
  if (payload.problems.length > 0) throw new Error(`${name}: ${JSON.stringify(payload.problems)}`);
  return payload;
}

/** The codes of a refused step, each with its path. */
export async function codes(client: Client, name: string, input: Record<string, unknown>): Promise<string[]> {
  const { problems } = await act(client, name, input);
  return problems.map(({ code, path }) => (path.length > 0 ? `${code} ${path.join('.')}` : code));
}

/** The code of the GraphQL error a step must end with. */
export function errorOf(
  client: Client,
  name: string,
  input: Record<string, unknown>,
): Promise<string | null> {
  const type = INPUTS[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return client.codeOf(`mutation ($input: ${type}!) { ${name}(input: $input) { problems { code } } }`, {
    input,
  });
}

/** A judge of a test with the way in. */
export interface TestJudge {
  readonly id: string;
  readonly client: Client;
}

/** An edition whose first round takes marks, with entries, judges and nobody assigned. */
export interface Review {
  readonly year: number;
  readonly scene: Scene;
  readonly coordinator: Client;
  readonly leaders: readonly Client[];
  readonly edition: Edition;
  readonly entries: readonly EntryRead[];
  readonly judges: readonly TestJudge[];
  readonly round: Edition['rounds'][number];
  readonly final: Edition['rounds'][number];
}

/** Moves an edition on; the step must not be refused. */
export async function moveOn(coordinator: Client, id: string, name: string): Promise<Edition> {
  const { version } = await readEdition(coordinator, id);
  return (
    await ok<{ competition: Edition }>(coordinator, name, { id, version }, `competition { ${EDITION} }`)
  ).competition;
}

let sequence = 0;

/** Lists a judge and signs them in. */
export async function addJudge(
  app: TestApp,
  coordinator: Client,
  competitionId: string,
  fields: Record<string, unknown> = {},
): Promise<TestJudge> {
  const client = await app.actor({ role: 'JUDGE', scope: 'COMPETITION', scopeId: competitionId });
  sequence += 1;
  const { judge } = await ok<{ judge: { id: string } }>(
    coordinator,
    'judgeCreate',
    {
      competitionId,
      email: `pingwei${sequence}@example.cn`,
      name: `评委${sequence}`,
      expertise: ['EMERGENCY'],
      ...fields,
    },
    'judge { id }',
  );
  await app.app.pipelines.run(sql`update judge set account_id = ${client.accountId} where id = ${judge.id}`);
  return { id: judge.id, client };
}

/** Sets the scene: entries submitted and accepted, the first round open, as many judges as wanted. */
export async function makeReview(
  app: TestApp,
  options: { readonly entries?: readonly string[]; readonly judges?: number; readonly year?: number } = {},
): Promise<Review> {
  const { entries: categories = ['EMERGENCY', 'EMERGENCY', 'HEALTH'], judges = 3, year = 2026 } = options;
  const scene = await makeScene(app, 2);
  const coordinator = await app.actor('COORDINATOR');
  const leaders = [await leaderOf(app, scene.teamIds[0] ?? ''), await leaderOf(app, scene.teamIds[1] ?? '')];
  const edition = await openEdition(app, coordinator, year);
  for (const round of edition.rounds) {
    await done(
      coordinator,
      'roundUpdate',
      { id: round.id, version: round.version, judgesPerEntry: 3, advancePerCategory: 1 },
      'id',
    );
  }
  const entries: EntryRead[] = [];
  for (const [i, category] of categories.entries()) {
    const leader = leaders[i % 2];
    if (!leader) throw new Error('two teams enter');
    entries.push(
      await submittedEntry(leader, edition, scene.teamIds[i % 2] ?? '', `江畔守望${i + 1}号`, category),
    );
  }
  await goTo(app, `${year}-06-01T00:00:00Z`);
  await moveOn(coordinator, edition.id, 'competitionStartScreening');
  for (const entry of entries)
    await done(coordinator, 'entryAccept', { id: entry.id, version: entry.version }, 'id');
  await goTo(app, `${year}-06-26T01:00:00Z`);
  const reviewed = await moveOn(coordinator, edition.id, 'competitionStartReview');
  const made: TestJudge[] = [];
  for (let i = 0; i < judges; i++) made.push(await addJudge(app, coordinator, edition.id));
  const [round, final] = reviewed.rounds;
  if (!round || !final) throw new Error('an edition has two rounds');
  return { year, scene, coordinator, leaders, edition: reviewed, entries, judges: made, round, final };
}

/** Plans and applies an assignment of a round. */
export async function assignAll(coordinator: Client, roundId: string): Promise<{ added: number }> {
  const { assignmentPlan } = await ok<{ assignmentPlan: { id: string } }>(
    coordinator,
    'assignmentPlan',
    { roundId },
    'assignmentPlan { id }',
  );
  return ok(coordinator, 'assignmentApply', { planId: assignmentPlan.id }, 'added removed');
}

/** A score sheet as tests read it. */
export interface SheetRead {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly total: string | null;
  readonly remark: string;
  readonly deadline: string | null;
  readonly position: number;
  readonly judge: { readonly id: string } | null;
  readonly entry: { readonly id: string } | null;
  readonly criteria: readonly { id: string; code: string; weight: string; max: string; step: string }[];
  readonly marks: readonly { criterionId: string; value: string | null; comment: string }[];
  readonly availableTransitions: readonly { event: string; allowed: boolean; problems: readonly Found[] }[];
}

export const SHEET = `id version state total remark deadline position judge { id } entry { id } criteria { id code weight max step }
  marks { criterionId value comment } availableTransitions { event allowed problems { code path params } }`;

/** The sheets a client sees, in their order. */
export async function sheetsOf(client: Client, filter: Record<string, unknown> = {}): Promise<SheetRead[]> {
  const { scoreSheets } = await client.ask<{ scoreSheets: { nodes: SheetRead[] } }>(
    `query ($filter: ScoreSheetFilter) { scoreSheets(first: 200, filter: $filter) { nodes { ${SHEET} } } }`,
    { filter },
  );
  return scoreSheets.nodes;
}

/** Marks every criterion of a sheet with the same value. */
export const marksOf = (sheet: SheetRead, value: string) =>
  sheet.criteria.map(({ id }) => ({ criterionId: id, value }));

/** Submits a sheet with the same mark everywhere. */
export async function submitAll(client: Client, sheet: SheetRead, value: string): Promise<SheetRead> {
  const { scoreSheet } = await ok<{ scoreSheet: SheetRead }>(
    client,
    'scoreSheetSubmit',
    { id: sheet.id, version: sheet.version, marks: marksOf(sheet, value), remark: '依据充分，做法可学。' },
    `scoreSheet { ${SHEET} }`,
  );
  return scoreSheet;
}

/** Submits every open sheet of a round; `markOf` gives the mark and whether the remark is released. */
export async function judgeRound(
  review: Review,
  roundId: string,
  markOf: (judge: number, entry: number) => { readonly mark: string; readonly released?: boolean },
): Promise<void> {
  for (const [j, { client }] of review.judges.entries()) {
    for (const sheet of await sheetsOf(client, { round: { eq: roundId } })) {
      const e = review.entries.findIndex(({ id }) => id === sheet.entry?.id);
      const { mark, released } = markOf(j, e);
      await ok(client, 'scoreSheetSubmit', {
        id: sheet.id,
        version: sheet.version,
        marks: marksOf(sheet, mark),
        remark: `评委${j}对项目${e}的评语`,
        ...(released === undefined ? {} : { remarkReleased: released }),
      });
    }
  }
}

/** Takes an edition whose first round is open to the public notice, by the office's own steps. */
export async function judgeToNotice(
  app: TestApp,
  review: Review,
  markOf: Parameters<typeof judgeRound>[2],
): Promise<void> {
  const { year, coordinator, edition, round, final } = review;
  await assignAll(coordinator, round.id);
  await judgeRound(review, round.id, markOf);
  await ok(coordinator, 'roundLock', { roundId: round.id });
  await ok(coordinator, 'resultCompute', { roundId: round.id });
  await ok(coordinator, 'roundAdvance', { roundId: round.id });
  await goTo(app, `${year}-09-11T02:00:00Z`);
  await moveOn(coordinator, edition.id, 'competitionStartReview');
  await assignAll(coordinator, final.id);
  await judgeRound(review, final.id, markOf);
  await ok(coordinator, 'roundLock', { roundId: final.id });
  await moveOn(coordinator, edition.id, 'competitionStartDeliberation');
  await ok(coordinator, 'resultCompute', { competitionId: edition.id });
  await goTo(app, `${year}-10-10T02:00:00Z`);
  await moveOn(coordinator, edition.id, 'competitionPublicise');
}

/** Ends the public notice and closes the edition. */
export async function closeEdition(app: TestApp, { year, coordinator, edition }: Review): Promise<void> {
  await goTo(app, `${year}-10-16T11:00:00Z`);
  await moveOn(coordinator, edition.id, 'competitionClose');
}
