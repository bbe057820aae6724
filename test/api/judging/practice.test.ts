import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { done, readEdition } from '../competition/kit.ts';
import {
  act,
  assignAll,
  codes,
  errorOf,
  makeReview,
  marksOf,
  ok,
  type Review,
  SHEET,
  type SheetRead,
  sheetsOf,
  submitAll,
} from './kit.ts';

let app: TestApp;
let review: Review;
let example: string;
let category: string;

interface Given {
  readonly criterionId: string;
  readonly value: string;
}
interface Practice {
  readonly id: string;
  readonly entry: { readonly id: string; readonly need: string | null } | null;
  readonly agreed: readonly (Given & { readonly reason: string })[];
  readonly mine: { readonly marks: readonly Given[] } | null;
  readonly sheets: readonly unknown[];
}
const PRACTICE =
  'id entry { id need } agreed { criterionId value reason } mine { marks { criterionId value } } sheets { judgeCode marks { value } }';

const practices = async (client: Client): Promise<readonly Practice[]> =>
  (
    await client.ask<{ practices: Practice[] }>(
      `query ($id: ID!) { practices(roundId: $id) { ${PRACTICE} } }`,
      { id: review.round.id },
    )
  ).practices;
const judge = (i: number): Client => {
  const found = review.judges[i];
  if (!found) throw new Error(`no judge ${i}`);
  return found.client;
};
const agreed = (value: string) =>
  review.round.criteria.map(({ id }) => ({
    criterionId: id,
    value,
    reason: '需求有数据支撑，受益人数可核对。',
  }));
const given = (value: string) => review.round.criteria.map(({ id }) => ({ criterionId: id, value }));
const rule = async (practiceRule: string): Promise<void> => {
  const { rounds } = await readEdition(review.coordinator, review.edition.id);
  const version = rounds.find(({ id }) => id === review.round.id)?.version;
  await done(review.coordinator, 'roundUpdate', { id: review.round.id, version, practiceRule }, 'id');
};

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY', 'HEALTH', 'HEALTH'], judges: 3 });
  category = review.edition.categories.find(({ code }) => code === 'EMERGENCY')?.id ?? '';
  await assignAll(review.coordinator, review.round.id);
  // An exemplary project: entered, and withdrawn from the contest by its team.
  const [entry] = review.entries;
  example = entry?.id ?? '';
});
afterAll(() => app.close());

describe('practice entries', () => {
  it('are none that the round judges, and carry a mark and a reason for every criterion', async () => {
    const set = (input: Record<string, unknown>) =>
      codes(review.coordinator, 'practiceSet', {
        roundId: review.round.id,
        categoryId: category,
        entryId: example,
        marks: agreed('8'),
        ...input,
      });
    expect(await set({})).toEqual(['PRACTICE_OF_ROUND entryId']);
    // Nor one that may still come to a later round of the edition.
    const final = review.final.criteria.map(({ id }) => ({
      criterionId: id,
      value: '8',
      reason: '可核对。',
    }));
    expect(await set({ roundId: review.final.id, marks: final })).toEqual(['PRACTICE_OF_ROUND entryId']);
    await ok(review.coordinator, 'entryDisqualify', {
      id: example,
      version: await versionOf(example),
      reason: '改作示范项目，退出评选。',
    });
    expect(await set({ marks: agreed('8').slice(1) })).toEqual(['PRACTICE_UNMARKED marks']);
    expect(await set({ marks: agreed('8.3') })).toContain('MARK_OFF_STEP marks.0.value');
    expect(await set({ marks: agreed('8').map((mark) => ({ ...mark, reason: ' ' })) })).toContain(
      'REQUIRED marks.0.reason',
    );
    expect(await errorOf(judge(0), 'practiceSet', {})).not.toBeNull();
    expect(await set({})).toEqual([]);
  });

  it('show a judge the entry but not the agreed marks, until the own marks are in', async () => {
    const [before] = await practices(judge(0));
    expect(before).toMatchObject({ entry: { id: example }, agreed: [], mine: null, sheets: [] });
    expect(before?.entry?.need).not.toBeNull();
    const id = before?.id;
    expect(await codes(judge(0), 'practiceSubmit', { id, marks: given('7').slice(1) })).toEqual([
      'PRACTICE_UNMARKED marks',
    ]);
    const { practice } = await ok<{ practice: Practice }>(
      judge(0),
      'practiceSubmit',
      { id, marks: given('7'), secondsSpent: 300 },
      `practice { ${PRACTICE} }`,
    );
    expect(practice.mine?.marks).toHaveLength(review.round.criteria.length);
    expect(practice.agreed).toHaveLength(review.round.criteria.length);
    expect(practice.agreed[0]).toMatchObject({ value: '8.00', reason: '需求有数据支撑，受益人数可核对。' });
    expect(await codes(judge(0), 'practiceSubmit', { id, marks: given('9') })).toEqual(['PRACTICE_DONE id']);
    expect((await practices(judge(1)))[0]).toMatchObject({ agreed: [], mine: null });
    expect((await practices(review.coordinator))[0]?.sheets).toHaveLength(1);
    expect(await codes(review.coordinator, 'practiceRemove', { id })).toEqual(['PRACTICE_USED id']);
    expect(await errorOf(review.leaders[0] as Client, 'practiceSubmit', { id, marks: [] })).toBe('FORBIDDEN');
    expect(await app.visitor.codeOf(`{ practices(roundId: "${review.round.id}") { id } }`)).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('come before the first real entry of the category where they are required', async () => {
    await rule('REQUIRED');
    const open = async (i: number, code: 'EMERGENCY' | 'HEALTH'): Promise<SheetRead> => {
      const ids = (code === 'EMERGENCY' ? [review.entries[1]] : review.entries.slice(2)).map(
        (one) => one?.id,
      );
      const found = (await sheetsOf(judge(i))).find(
        ({ state, entry }) => state === 'ASSIGNED' && ids.includes(entry?.id),
      );
      if (!found) throw new Error('no sheet');
      return found;
    };
    const waiting = await open(1, 'EMERGENCY');
    expect(
      await codes(judge(1), 'scoreSheetSave', { id: waiting.id, version: 1, remark: '先看一看' }),
    ).toEqual(['PRACTICE_FIRST']);
    expect(
      waiting.availableTransitions.find(({ event }) => event === 'save')?.problems.map(({ code }) => code),
    ).toEqual(['PRACTICE_FIRST']);
    // Another category has no practice entries, and the judge who has practised goes on.
    await submitAll(judge(1), await open(1, 'HEALTH'), '8');
    await submitAll(judge(0), await open(0, 'EMERGENCY'), '8');
    await rule('OFFERED');
    const { scoreSheet } = await act<{ scoreSheet: SheetRead }>(
      judge(1),
      'scoreSheetSave',
      { id: waiting.id, version: 1, marks: marksOf(waiting, '8') },
      `scoreSheet { ${SHEET} }`,
    );
    expect(scoreSheet.state).toBe('DRAFT');
    // Begun is begun: a rule set later does not close what was opened.
    await rule('REQUIRED');
    await submitAll(judge(1), scoreSheet, '8');
  });

  it('count nowhere: not in progress, loads, sheets or their export', async () => {
    const { judgingProgress } = await review.coordinator.ask<{ judgingProgress: { submitted: number } }>(
      `query ($id: ID!) { judgingProgress(roundId: $id) { submitted } }`,
      { id: review.round.id },
    );
    expect(judgingProgress.submitted).toBe(3);
    const sheets = await sheetsOf(review.coordinator, { round: { eq: review.round.id } });
    expect(sheets.every(({ entry, state }) => entry?.id !== example || state !== 'SUBMITTED')).toBe(true);
  });
});

describe('practice on a project of the library', () => {
  const TEXT = 'id exemplar { id title summary organisation } entry { id } agreed { value }';
  type Read = { id: string; exemplar: { id: string } | null; entry: null; agreed: { value: string }[] };
  let exemplar = '';

  it('is set with agreed marks, on one text only', async () => {
    await app.app.pipelines.run(
      sql`insert into exemplar_project (id, created_at, updated_at, version, category, title, organisation, region, award, summary, replicable_points, replicable_points_en)
        values (gen_random_uuid(), now(), now(), 1, 'HEALTH', '社区急救课堂', '某市红十字志愿服务队', '某省某市', '省级示范', '每月进社区教急救。', '{教材公开}', '{}')`,
    );
    const { exemplarProjects } = await review.coordinator.ask<{
      exemplarProjects: { nodes: { id: string }[] };
    }>('{ exemplarProjects(filter: { search: "社区急救课堂" }) { nodes { id } } }');
    exemplar = exemplarProjects.nodes[0]?.id ?? '';
    const health = review.edition.categories.find(({ code }) => code === 'HEALTH')?.id;
    const set = (input: Record<string, unknown>) =>
      codes(review.coordinator, 'practiceSet', {
        roundId: review.round.id,
        categoryId: health,
        marks: agreed('7'),
        ...input,
      });
    expect(await set({})).toEqual(['REQUIRED entryId']);
    expect(await set({ entryId: example, exemplarId: exemplar })).toEqual(['PRACTICE_TWO_TEXTS exemplarId']);
    expect(await set({ exemplarId: example })).toEqual(['NOT_FOUND exemplarId']);
    expect(await set({ exemplarId: exemplar })).toEqual([]);
    // Once more: the same practice entry with other marks, not a second one.
    expect(await set({ exemplarId: exemplar, marks: agreed('9') })).toEqual([]);
  });

  it('is marked like any other, the agreed marks shown afterwards', async () => {
    const read = async (client: Client) =>
      (
        await client.ask<{ practices: Read[] }>(`query ($id: ID!) { practices(roundId: $id) { ${TEXT} } }`, {
          id: review.round.id,
        })
      ).practices.filter((one) => one.exemplar !== null);
    const [before, ...more] = await read(judge(1));
    expect(more).toEqual([]);
    expect(before).toMatchObject({
      exemplar: { id: exemplar, title: '社区急救课堂' },
      entry: null,
      agreed: [],
    });
    const { practice } = await ok<{ practice: Read }>(
      judge(1),
      'practiceSubmit',
      { id: before?.id, marks: given('7') },
      `practice { ${TEXT} }`,
    );
    expect(practice.agreed[0]).toEqual({ value: '9.00' });
  });
});

async function versionOf(id: string): Promise<number> {
  const { entry } = await review.coordinator.ask<{ entry: { version: number } }>(
    'query ($id: ID!) { entry(id: $id) { version } }',
    { id },
  );
  return entry.version;
}
