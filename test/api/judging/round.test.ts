import { RULE_KINDS } from '@xinghuo/shared/judging/scoring/rules';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import {
  act,
  assignAll,
  codes,
  goTo,
  makeReview,
  moveOn,
  ok,
  type Review,
  readEdition,
  sheetsOf,
  submitAll,
} from './kit.ts';

let app: TestApp;
let review: Review;

/** What each judge gives the entries, in the order of `entries`. */
const MARKS = [
  ['9.5', '6.0', '8.0'],
  ['9.0', '6.5', '7.5'],
  ['8.0', '7.0', '7.0'],
];

async function judgeRound(roundId: string): Promise<void> {
  for (const [j, judge] of review.judges.entries()) {
    for (const sheet of await sheetsOf(judge.client, { round: { eq: roundId } })) {
      const e = review.entries.findIndex(({ id }) => id === sheet.entry?.id);
      await submitAll(judge.client, sheet, MARKS[j]?.[e] ?? '');
    }
  }
}

interface Row {
  readonly entry: { readonly id: string } | null;
  readonly total: string | null;
  readonly categoryRank: number | null;
  readonly award: { readonly title: string } | null;
  readonly computedAward: { readonly title: string } | null;
  readonly flags: readonly string[] | null;
  readonly sheetTotals: readonly { judgeCode: string; value: string; counted: boolean }[] | null;
}
const ROWS = `rows { entry { id } total categoryRank award { title } computedAward { title } flags sheetTotals { judgeCode value counted } }`;
interface ResultRead {
  readonly id: string;
  readonly ruleKind: string;
  readonly official: boolean;
  readonly inputsDigest: string;
  readonly resultDigest: string;
  readonly rows: readonly Row[];
}
const RESULT = `id ruleKind official inputsDigest resultDigest ${ROWS}`;
const rowOf = (result: ResultRead, i: number): Row | undefined =>
  result.rows.find(({ entry }) => entry?.id === review.entries[i]?.id);

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app);
});
afterAll(() => app.close());

describe('a competition judged from assignment to publication', () => {
  it('assigns every entry to three judges, as planned', async () => {
    const { coordinator, round } = review;
    const { assignmentPlan } = await ok<{
      assignmentPlan: {
        id: string;
        outdated: boolean;
        added: unknown[];
        measures: Record<string, unknown>;
        loads: { after: number }[];
        unmet: unknown[];
      };
    }>(
      coordinator,
      'assignmentPlan',
      { roundId: round.id },
      `assignmentPlan { id outdated added { entryId judgeId } removed { entryId } unmet { entryId cause } loads { judgeId before after capacity }
        measures { wanted assigned lowestLoad highestLoad affinity affinityBound categories { categoryId entries judges components } } }`,
    );
    expect(assignmentPlan.outdated).toBe(false);
    expect(assignmentPlan.added).toHaveLength(9);
    expect(assignmentPlan.unmet).toEqual([]);
    expect(assignmentPlan.measures).toMatchObject({ wanted: 9, assigned: 9, lowestLoad: 3, highestLoad: 3 });
    expect(await sheetsOf(coordinator)).toEqual([]);
    expect(
      await ok(coordinator, 'assignmentApply', { planId: assignmentPlan.id }, 'added removed'),
    ).toMatchObject({ added: 9, removed: 0 });
    expect(await codes(coordinator, 'assignmentApply', { planId: assignmentPlan.id })).toEqual([
      'PLAN_APPLIED planId',
    ]);
    expect((await sheetsOf(coordinator)).map(({ state }) => state)).toEqual(Array(9).fill('ASSIGNED'));
  });

  it('does not lock while sheets are missing', async () => {
    const { coordinator, round } = review;
    const { problems } = await act(coordinator, 'roundLock', { roundId: round.id });
    expect(problems).toEqual([{ code: 'SHEETS_MISSING', path: ['without'], params: { missing: 9 } }]);
    const edition = await readEdition(coordinator, review.edition.id);
    expect(edition.availableTransitions.find(({ event }) => event === 'startDeliberation')?.allowed).toBe(
      false,
    );
  });

  it('takes three judges’ sheets, with exact totals', async () => {
    await judgeRound(review.round.id);
    const sheets = await sheetsOf(review.coordinator, { entry: { eq: review.entries[0]?.id } });
    expect(sheets.map(({ total }) => total).sort()).toEqual(['80.0000', '90.0000', '95.0000']);
    expect(new Set(sheets.map(({ state }) => state))).toEqual(new Set(['SUBMITTED']));
  });

  it('locks the round, computes it by every rule and advances the best of each category', async () => {
    const { coordinator, round, entries } = review;
    expect(await codes(coordinator, 'resultCompute', { roundId: round.id })).toEqual(['ROUND_NOT_LOCKED']);
    const locked = await ok<{ round: { state: string } }>(
      coordinator,
      'roundLock',
      { roundId: round.id },
      'round { state }',
    );
    expect(locked.round.state).toBe('LOCKED');
    expect(await codes(coordinator, 'roundAdvance', { roundId: round.id })).toEqual([
      'RESULT_MISSING roundId',
    ]);
    const { result, results } = await ok<{ result: ResultRead; results: ResultRead[] }>(
      coordinator,
      'resultCompute',
      { roundId: round.id },
      `result { ${RESULT} } results { ruleKind official }`,
    );
    expect(results.map(({ ruleKind }) => ruleKind).sort()).toEqual(Object.keys(RULE_KINDS).sort());
    expect(results.filter(({ official }) => official).map(({ ruleKind }) => ruleKind)).toEqual([
      'TRIMMED_MEAN',
    ]);
    // The highest and the lowest of three are dropped: the middle mark is the score.
    expect(rowOf(result, 0)).toMatchObject({ total: '90.00', categoryRank: 1, award: null });
    expect(rowOf(result, 1)).toMatchObject({ total: '65.00', categoryRank: 2 });
    expect(rowOf(result, 0)?.sheetTotals?.filter(({ counted }) => counted)).toHaveLength(1);
    const { advanced } = await ok<{ advanced: { id: string }[] }>(
      coordinator,
      'roundAdvance',
      { roundId: round.id },
      'advanced { id state }',
    );
    expect(advanced.map(({ id }) => id).sort()).toEqual([entries[0]?.id, entries[2]?.id].sort());
  });

  it('judges the final round among those who advanced', async () => {
    const { coordinator, final, edition } = review;
    await goTo(app, '2026-09-11T02:00:00Z');
    await moveOn(coordinator, edition.id, 'competitionStartReview');
    expect(await assignAll(coordinator, final.id)).toMatchObject({ added: 6 });
    await judgeRound(final.id);
    await ok(coordinator, 'roundLock', { roundId: final.id });
    expect(await codes(coordinator, 'roundAdvance', { roundId: final.id })).toEqual([
      'ROUND_IS_LAST roundId',
    ]);
    await moveOn(coordinator, edition.id, 'competitionStartDeliberation');
  });

  it('gives awards by rank, and awards whoever did not advance only for a recorded reason', async () => {
    const { coordinator, edition, entries } = review;
    const { result } = await ok<{ result: ResultRead }>(
      coordinator,
      'resultCompute',
      { competitionId: edition.id },
      `result { ${RESULT} }`,
    );
    expect(rowOf(result, 0)).toMatchObject({ total: '90.00', categoryRank: 1, award: { title: '金奖' } });
    expect(rowOf(result, 1)).toMatchObject({ total: '65.00', categoryRank: 2, award: null });
    // It did not go on: it keeps its place, and only the deliberation may give it an award.
    const bronze = edition.awardRules.find(({ title }) => title === '铜奖')?.id;
    const set = { entryId: entries[1]?.id, awardId: bronze };
    expect(await codes(coordinator, 'deliberationSet', { ...set, reason: ' ' })).toEqual(['REQUIRED reason']);
    const moved = await ok<{ deliberation: Record<string, unknown>; result: ResultRead }>(
      coordinator,
      'deliberationSet',
      { ...set, reason: '虽未晋级，服务成效突出，评审组一致同意授予铜奖。' },
      `deliberation { reason from { title } to { title } byName } result { ${RESULT} }`,
    );
    expect(moved.deliberation).toMatchObject({
      from: null,
      to: { title: '铜奖' },
      byName: '沈协调',
    });
    expect(rowOf(moved.result, 1)).toMatchObject({
      computedAward: null,
      award: { title: '铜奖' },
    });
    expect(rowOf(moved.result, 1)?.flags).toContain('DELIBERATED');
    expect(moved.result.resultDigest).not.toBe(result.resultDigest);
  });

  it('recomputes to the same digest', async () => {
    const { coordinator, edition } = review;
    const read = async (): Promise<ResultRead> =>
      (
        await ok<{ result: ResultRead }>(
          coordinator,
          'resultCompute',
          { competitionId: edition.id },
          `result { ${RESULT} }`,
        )
      ).result;
    const [first, second] = [await read(), await read()];
    expect([second.inputsDigest, second.resultDigest]).toEqual([first.inputsDigest, first.resultDigest]);
  });

  it('shows the public nothing before the notice, then the awarded entries without marks', async () => {
    const { coordinator, edition, leaders } = review;
    const results = `query ($id: ID!) { results(filter: { competition: { eq: $id } }) { nodes { id official frozenAt ${ROWS} awardLines { awardTitle } } } }`;
    const before = await app.visitor.ask<{ results: { nodes: unknown[] } }>(results, { id: edition.id });
    expect(before.results.nodes).toEqual([]);
    await goTo(app, '2026-10-10T02:00:00Z');
    await moveOn(coordinator, edition.id, 'competitionPublicise');
    const { results: shown } = await app.visitor.ask<{
      results: { nodes: (ResultRead & { awardLines: unknown })[] };
    }>(results, { id: edition.id });
    expect(shown.nodes).toHaveLength(1);
    expect(shown.nodes[0]?.awardLines).toBeNull();
    expect(shown.nodes[0]?.rows.map(({ award }) => award?.title).sort()).toEqual(
      ['金奖', '金奖', '铜奖'].sort(),
    );
    expect(
      shown.nodes[0]?.rows.every(({ sheetTotals, flags }) => sheetTotals === null && flags === null),
    ).toBe(true);
    const own = await leaders[1]?.ask<{ results: { nodes: ResultRead[] } }>(results, { id: edition.id });
    expect(own?.results.nodes[0]?.rows).toHaveLength(3);
    expect(await codes(coordinator, 'resultCompute', { competitionId: edition.id })).toEqual([
      'RESULT_FROZEN',
    ]);
  });

  it('takes objections during the notice, decides them, and only then publishes', async () => {
    const { coordinator, edition, entries, leaders } = review;
    const text = '该项目的服务人次与街道台账不一致，请核实。';
    const filed = await ok<{ objection: unknown; reference: string }>(
      app.visitor,
      'objectionCreate',
      { competitionId: edition.id, entryId: entries[0]?.id, author: '王女士', contact: '0555-1200001', text },
      'objection { id } reference',
    );
    expect(filed.objection).toBeNull();
    expect(filed.reference).toMatch(/^[0-9A-F]{8}$/);
    const leader = leaders[1];
    if (!leader) throw new Error('two teams enter');
    const mine = await ok<{ objection: { id: string; contact: string } }>(
      leader,
      'objectionCreate',
      { competitionId: edition.id, author: '采石队', contact: '13000000000', text },
      'objection { id contact }',
    );
    expect(mine.objection.contact).toBe('13000000000');
    expect(
      await codes(leader, 'objectionCreate', {
        competitionId: edition.id,
        author: '',
        contact: '',
        text: '短',
      }),
    ).toEqual(['REQUIRED author', 'REQUIRED contact', 'TOO_SHORT text']);
    await goTo(app, '2026-10-16T11:00:00Z');
    const version = async () => (await readEdition(coordinator, edition.id)).version;
    expect(
      await codes(coordinator, 'competitionClose', { id: edition.id, version: await version() }),
    ).toEqual(['OBJECTIONS_OPEN']);
    expect(
      await codes(app.visitor, 'objectionCreate', {
        competitionId: edition.id,
        author: '迟到者',
        contact: 'x',
        text,
      }),
    ).toEqual(['PUBLICITY_NOT_RUNNING competitionId']);
    const { objections } = await coordinator.ask<{
      objections: { nodes: { id: string; version: number; author: string; contact: string }[] };
    }>('{ objections { nodes { id version author contact } } }');
    expect(objections.nodes.map(({ author }) => author).sort()).toEqual(['王女士', '采石队'].sort());
    const auditor = await app.actor('AUDITOR');
    const audited = await auditor.ask<{ objections: { nodes: { contact: string | null; text: string }[] } }>(
      '{ objections { nodes { contact text } } }',
    );
    expect(audited.objections.nodes.map(({ contact }) => contact)).toEqual([null, null]);
    for (const { id, version: v } of objections.nodes) {
      expect(
        await codes(coordinator, 'objectionDecide', { id, version: v, state: 'DISMISSED', decision: ' ' }),
      ).toEqual(['REASON_REQUIRED decision']);
      await ok(coordinator, 'objectionDecide', {
        id,
        version: v,
        state: 'DISMISSED',
        decision: '经核对台账，数据属实。',
      });
    }
    expect((await moveOn(coordinator, edition.id, 'competitionClose')).state).toBe('CLOSED');
  });

  it('ends with awards on the entries, and anonymous marks for everybody', async () => {
    const { coordinator, entries } = review;
    const { entries: final } = await coordinator.ask<{
      entries: { nodes: { id: string; state: string; award: { title: string } | null }[] };
    }>('{ entries { nodes { id state award { title } } } }');
    const byId = new Map(final.nodes.map((entry) => [entry.id, entry]));
    expect(entries.map(({ id }) => [byId.get(id)?.state, byId.get(id)?.award?.title])).toEqual([
      ['AWARDED', '金奖'],
      ['AWARDED', '铜奖'],
      ['AWARDED', '金奖'],
    ]);
    const { results } = await app.visitor.ask<{ results: { nodes: ResultRead[] } }>(
      `{ results { nodes { ${RESULT} } } }`,
    );
    expect(results.nodes[0]?.rows[0]?.sheetTotals?.map(({ judgeCode }) => judgeCode)).toEqual(
      expect.arrayContaining(['P01', 'P02', 'P03']),
    );
    expect(await app.visitor.codeOf('{ judges { nodes { name } } }')).toBe('UNAUTHENTICATED');
  });

  it('refuses to change what was published, even by hand', async () => {
    const run = (statement: ReturnType<typeof sql>) => app.app.pipelines.run(statement);
    await expect(
      run(sql`update result set inputs = '{}' where official and round_id is null`),
    ).rejects.toThrow();
    await expect(run(sql`delete from result where frozen_at is not null`)).rejects.toThrow();
    await expect(
      run(sql`delete from result_row where result_id in (select id from result where frozen_at is not null)`),
    ).rejects.toThrow();
    await expect(run(sql`update score_sheet set remark = '改'`)).rejects.toThrow();
    await expect(run(sql`update mark set value = 10`)).rejects.toThrow();
    await expect(run(sql`update objection set decision = '改'`)).rejects.toThrow();
  });
});
