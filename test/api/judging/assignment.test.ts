import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../../../server/src/domains/identity/index.ts';
import { Team, TeamMember } from '../../../server/src/domains/teams/index.ts';
import { inTransaction } from '../../../server/src/platform/database/index.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import {
  act,
  addJudge,
  assignAll,
  codes,
  errorOf,
  type Found,
  makeReview,
  ok,
  type Review,
  sheetsOf,
  submitAll,
} from './kit.ts';

let app: TestApp;
let review: Review;
const run = <R>(query: ReturnType<typeof sql<R>>) => app.app.pipelines.run(query);
const judgeId = (i: number): string => review.judges[i]?.id ?? '';
const entryId = (i: number): string => review.entries[i]?.id ?? '';

interface AssignmentRead {
  readonly id: string;
  readonly pinned: boolean;
  readonly judge: { readonly id: string };
  readonly entry: { readonly id: string };
  readonly sheet: { readonly state: string };
}
const held = async (filter: Record<string, unknown> = {}): Promise<AssignmentRead[]> => {
  const { assignments } = await review.coordinator.ask<{ assignments: { nodes: AssignmentRead[] } }>(
    'query ($filter: AssignmentFilter) { assignments(first: 200, filter: $filter) { nodes { id pinned judge { id } entry { id } sheet { state } } } }',
    { filter: { live: { eq: true }, ...filter } },
  );
  return assignments.nodes;
};
interface PlanRead {
  readonly id: string;
  readonly outdated: boolean;
  readonly added: readonly { entryId: string; judgeId: string }[];
  readonly removed: readonly { entryId: string; judgeId: string }[];
  readonly unmet: readonly { entryId: string; missing: number; cause: string; waysOut: { kind: string }[] }[];
  readonly pairs: readonly { entryId: string; judgeId: string }[];
}
const PLAN =
  'id outdated pairs { entryId judgeId } added { entryId judgeId } removed { entryId judgeId } unmet { entryId missing cause waysOut }';
const plan = async (input: Record<string, unknown> = {}): Promise<PlanRead> =>
  (
    await ok<{ assignmentPlan: PlanRead }>(
      review.coordinator,
      'assignmentPlan',
      { roundId: review.round.id, ...input },
      `assignmentPlan { ${PLAN} }`,
    )
  ).assignmentPlan;
const apply = (planId: string) =>
  act<{ added: number; removed: number }>(review.coordinator, 'assignmentApply', { planId }, 'added removed');

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY', 'HEALTH', 'HEALTH'], judges: 4 });
});
afterAll(() => app.close());

describe('judges', () => {
  it('are listed once by their address, with valid fields only', async () => {
    const base = {
      competitionId: review.edition.id,
      email: 'Zhou@Example.cn',
      name: '周评',
      expertise: ['HEALTH'],
    };
    const made = await ok<{ judge: Record<string, unknown> }>(
      review.coordinator,
      'judgeCreate',
      { ...base, capacity: 0 },
      'judge { id code email state capacity version }',
    );
    expect(made.judge).toMatchObject({
      code: 'J05',
      email: 'zhou@example.cn',
      state: 'INVITED',
      capacity: 0,
    });
    expect(await codes(review.coordinator, 'judgeCreate', { ...base, email: 'zhou@example.cn ' })).toEqual([
      'ALREADY_EXISTS email',
    ]);
    expect(
      await codes(review.coordinator, 'judgeCreate', {
        ...base,
        email: 'nobody',
        name: '',
        capacity: 1001,
        organisation: '长'.repeat(101),
        unitId: review.round.id,
      }),
    ).toEqual([
      'INVALID_FORMAT email',
      'REQUIRED name',
      'TOO_LONG organisation',
      'OUT_OF_RANGE capacity',
      'NOT_FOUND unitId',
    ]);
    expect(
      await codes(review.coordinator, 'judgeUpdate', { id: made.judge.id, version: 99, name: '周' }),
    ).toEqual(['STALE_VERSION version']);
    await ok(review.coordinator, 'judgeWithdraw', {
      id: made.judge.id,
      version: made.judge.version,
      reason: '工作调动',
    });
  });

  it('are run by the office alone', async () => {
    const input = { competitionId: review.edition.id, email: 'x@example.cn', name: '某', expertise: [] };
    const auditor = await app.actor('AUDITOR');
    for (const [client, code] of [
      [app.visitor, 'UNAUTHENTICATED'],
      [auditor, 'FORBIDDEN'],
      [review.judges[0]?.client, 'FORBIDDEN'],
      [review.leaders[0], 'FORBIDDEN'],
    ] as const) {
      expect(client && (await errorOf(client, 'judgeCreate', input))).toBe(code);
    }
    const elsewhere = await app.actor({
      role: 'COORDINATOR',
      scope: 'COMPETITION',
      scopeId: review.round.id,
    });
    expect(await errorOf(elsewhere, 'judgeCreate', input)).toBe('FORBIDDEN');
    expect(await errorOf(elsewhere, 'judgeWithdraw', { id: judgeId(0), version: 1, reason: 'x' })).toBe(
      'NOT_FOUND',
    );
  });
});

describe('conflicts', () => {
  it('are found from shared unit, membership and authorship', async () => {
    const { scene, coordinator, round } = review;
    await run(sql`update judge set unit_id = ${scene.unitId} where id = ${judgeId(3)}`);
    await inTransaction(app.database, async ({ em }) => {
      em.create(TeamMember, {
        team: em.getReference(Team, scene.teamIds[1] ?? ''),
        name: '林若溪',
        account: em.getReference(Account, review.judges[2]?.client.accountId ?? ''),
        since: '2020-01-01',
        until: '2021-01-01',
      });
    });
    const { conflicts, released, blocked } = await ok<{
      conflicts: { source: string; reason: string; judge: { id: string }; entry: { id: string } }[];
      released: number;
      blocked: unknown[];
    }>(
      coordinator,
      'conflictsFind',
      { roundId: round.id },
      'conflicts { source reason judge { id } entry { id } } released blocked { id }',
    );
    const found = conflicts.map(
      ({ reason, judge, entry }) =>
        `${reason} ${review.judges.findIndex(({ id }) => id === judge.id)} ${review.entries.findIndex(({ id }) => id === entry.id)}`,
    );
    // Both teams belong to the unit; judge 2 once was in the second team, which entered the entries 1 and 3.
    expect(found.sort()).toEqual([
      'FORMER_MEMBER 2 1',
      'FORMER_MEMBER 2 3',
      'SAME_UNIT 3 0',
      'SAME_UNIT 3 1',
      'SAME_UNIT 3 2',
      'SAME_UNIT 3 3',
    ]);
    expect([released, blocked]).toEqual([0, []]);
    const again = await ok<{ conflicts: unknown[] }>(
      coordinator,
      'conflictsFind',
      { roundId: round.id },
      'conflicts { id }',
    );
    expect(again.conflicts).toEqual([]);
  });

  it('do not hold when the office says so, and are not found again then', async () => {
    const { coordinator, round } = review;
    const { conflicts } = await coordinator.ask<{
      conflicts: { nodes: { id: string; entry: { id: string } }[] };
    }>('query ($judge: ID) { conflicts(filter: { judge: { eq: $judge } }) { nodes { id entry { id } } } }', {
      judge: judgeId(2),
    });
    for (const { id } of conflicts.nodes) {
      expect(await codes(coordinator, 'conflictRemove', { id, reason: '' })).toEqual([
        'REASON_REQUIRED reason',
      ]);
      await ok(coordinator, 'conflictRemove', { id, reason: '已退出五年，无往来' });
      expect(await codes(coordinator, 'conflictRemove', { id, reason: '再撤一次' })).toEqual([
        'NOT_FOUND id',
      ]);
    }
    expect(
      (
        await ok<{ conflicts: unknown[] }>(
          coordinator,
          'conflictsFind',
          { roundId: round.id },
          'conflicts { id }',
        )
      ).conflicts,
    ).toEqual([]);
  });

  it('are entered by hand, once, and free what was assigned only when told to', async () => {
    const { coordinator, round } = review;
    await ok(coordinator, 'assignmentAdd', { roundId: round.id, entryId: entryId(0), judgeId: judgeId(0) });
    const pair = { judgeId: judgeId(0), entryId: entryId(0), reason: '师生关系' };
    expect(await codes(coordinator, 'conflictAdd', pair)).toEqual(['CONFLICT_WITH_ASSIGNMENT']);
    await ok(coordinator, 'conflictAdd', { ...pair, release: true });
    expect(await held()).toEqual([]);
    expect(await codes(coordinator, 'conflictAdd', pair)).toEqual(['ALREADY_EXISTS']);
    expect(await errorOf(review.judges[0]?.client ?? app.visitor, 'conflictAdd', pair)).toBe('FORBIDDEN');
  });
});

describe('assignment', () => {
  it('is planned around conflicts, and says what could not be met and what would help', async () => {
    const planned = await plan();
    // Judge 3 conflicts with everything, judge 0 with entry 0: that one has two judges left.
    expect(planned.pairs.some((pair) => pair.judgeId === judgeId(3))).toBe(false);
    expect(planned.pairs.some((pair) => pair.judgeId === judgeId(0) && pair.entryId === entryId(0))).toBe(
      false,
    );
    expect(planned.unmet).toMatchObject([{ entryId: entryId(0), missing: 1, cause: 'CONFLICTS' }]);
    expect(planned.unmet[0]?.waysOut.map(({ kind }) => kind)).toContain('MORE_JUDGES');
    expect(await held()).toEqual([]);
  });

  it('is applied exactly as shown, or refused when anything has changed', async () => {
    const stale = await plan();
    const late = await addJudge(app, review.coordinator, review.edition.id, { expertise: ['HEALTH'] });
    const { assignmentPlanned } = await review.coordinator.ask<{ assignmentPlanned: PlanRead }>(
      `query ($id: ID!) { assignmentPlanned(id: $id) { ${PLAN} } }`,
      { id: stale.id },
    );
    expect(assignmentPlanned.outdated).toBe(true);
    expect((await apply(stale.id)).problems.map(({ code }) => code)).toEqual(['PLAN_OUTDATED']);
    const fresh = await plan();
    expect(fresh.unmet).toEqual([]);
    expect(await apply(fresh.id)).toMatchObject({ added: 12, removed: 0 });
    const now = (await held()).map(({ entry, judge }) => `${entry.id} ${judge.id}`).sort();
    expect(now).toEqual(fresh.pairs.map((pair) => `${pair.entryId} ${pair.judgeId}`).sort());
    expect(fresh.pairs.some((pair) => pair.judgeId === late.id)).toBe(true);
  });

  it('keeps what is pinned and begun when it is made anew', async () => {
    const [pin, begun] = await held();
    if (!pin || !begun) throw new Error('assignments stand');
    const moved = await ok<{ assignment: { pinned: boolean } }>(
      review.coordinator,
      'assignmentMove',
      { id: pin.id, judgeId: pin.judge.id, pinned: true },
      'assignment { pinned }',
    );
    expect(moved.assignment.pinned).toBe(true);
    await run(
      sql`update score_sheet set state = 'DRAFT', started_at = now() where assignment_id = ${begun.id}`,
    );
    const again = await plan({ keep: 'PINNED', seed: 7 });
    const pairs = again.pairs.map((pair) => `${pair.entryId} ${pair.judgeId}`);
    for (const kept of [pin, begun]) expect(pairs).toContain(`${kept.entry.id} ${kept.judge.id}`);
    expect(
      await codes(review.coordinator, 'assignmentPlan', { roundId: review.round.id, judgesPerEntry: 21 }),
    ).toEqual(['OUT_OF_RANGE judgesPerEntry']);
  });

  it('is changed by hand, within the rules', async () => {
    const { coordinator, round } = review;
    const begun = (await sheetsOf(coordinator, { state: { eq: 'DRAFT' } }))[0];
    const open = (await held()).find(
      ({ entry, judge }) => `${entry.id} ${judge.id}` !== `${begun?.entry?.id} ${begun?.judge?.id}`,
    );
    if (!open || !begun) throw new Error('assignments stand');
    const pair = { roundId: round.id, entryId: open.entry.id, judgeId: open.judge.id };
    expect(await codes(coordinator, 'assignmentAdd', pair)).toEqual(['ALREADY_ASSIGNED judgeId']);
    expect(await codes(coordinator, 'assignmentMove', { id: open.id, judgeId: judgeId(3) })).toEqual([
      'CONFLICT_EXISTS judgeId',
    ]);
    expect(await codes(coordinator, 'assignmentAdd', { ...pair, roundId: review.final.id })).toContain(
      'ENTRY_NOT_IN_ROUND entryId',
    );
    const full = await addJudge(app, coordinator, review.edition.id, { capacity: 0 });
    expect(await codes(coordinator, 'assignmentAdd', { ...pair, judgeId: full.id })).toEqual([
      'JUDGE_OVER_CAPACITY judgeId',
    ]);
    const spare = await addJudge(app, coordinator, review.edition.id);
    const moved = await ok<{ assignment: { judge: { id: string } } }>(
      coordinator,
      'assignmentMove',
      { id: open.id, judgeId: spare.id },
      'assignment { judge { id } }',
    );
    expect(moved.assignment.judge.id).toBe(spare.id);
    expect((await held({ entry: { eq: open.entry.id } })).map(({ judge }) => judge.id)).not.toContain(
      open.judge.id,
    );
    const draft = (await held({ entry: { eq: begun.entry?.id }, judge: { eq: begun.judge?.id } }))[0];
    expect(await codes(coordinator, 'assignmentRemove', { id: draft?.id })).toEqual([
      'REASON_REQUIRED reason',
    ]);
    await ok(coordinator, 'assignmentRemove', { id: draft?.id, reason: '评委生病' });
    expect((await sheetsOf(coordinator, { state: { eq: 'RECUSED' } })).map(({ id }) => id)).toEqual([
      begun.id,
    ]);
    // The same pair again takes its old sheet back, marks and all.
    await ok(coordinator, 'assignmentAdd', {
      roundId: round.id,
      entryId: begun.entry?.id,
      judgeId: begun.judge?.id,
    });
    expect((await sheetsOf(coordinator, { state: { eq: 'DRAFT' } })).map(({ id }) => id)).toEqual([begun.id]);
  });

  it('is changed for several entries at once, all or none, with the refused ones named', async () => {
    const { coordinator, edition, round } = review;
    const entryIds = [0, 1, 2].map(entryId);
    const add = (input: Record<string, unknown>) =>
      codes(coordinator, 'assignmentsAdd', { roundId: round.id, entryIds, ...input });
    // Judge 3 conflicts with everything.
    expect(await add({ judgeId: judgeId(3) })).toEqual(
      entryIds.map((_, i) => `CONFLICT_EXISTS entryIds.${i}`),
    );
    const narrow = await addJudge(app, coordinator, edition.id, { capacity: 2 });
    expect(await add({ judgeId: narrow.id })).toEqual(['JUDGE_OVER_CAPACITY judgeId']);
    expect(await add({ judgeId: narrow.id, entryIds: [] })).toEqual(['REQUIRED entryIds']);
    expect(await add({ judgeId: narrow.id, entryIds: [entryId(0), entryId(0), round.id] })).toEqual([
      'DUPLICATE entryIds.1',
      'NOT_FOUND entryIds.2',
    ]);
    expect(await add({ judgeId: narrow.id, roundId: review.final.id, entryIds: [entryId(1)] })).toEqual([
      'ENTRY_NOT_IN_ROUND entryIds.0',
    ]);
    expect(await held({ judge: { eq: narrow.id } })).toEqual([]);
    const { assignments } = await ok<{ assignments: { pinned: boolean; sheet: { state: string } }[] }>(
      coordinator,
      'assignmentsAdd',
      { roundId: round.id, judgeId: narrow.id, entryIds: [entryId(0), entryId(1)] },
      'assignments { pinned sheet { state } }',
    );
    expect(assignments).toEqual([
      { pinned: true, sheet: { state: 'ASSIGNED' } },
      { pinned: true, sheet: { state: 'ASSIGNED' } },
    ]);
    // Of one already held nothing new is asked: the refusal names it, and not the room that is left.
    expect(await add({ judgeId: narrow.id, entryIds: [entryId(1)] })).toEqual([
      'ALREADY_ASSIGNED entryIds.0',
    ]);
    for (const client of [review.judges[0]?.client, await app.actor('AUDITOR')])
      expect(
        client &&
          (await errorOf(client, 'assignmentsAdd', { roundId: round.id, judgeId: narrow.id, entryIds })),
      ).toBe('FORBIDDEN');
    for (const { id } of await held({ judge: { eq: narrow.id } }))
      await ok(coordinator, 'assignmentRemove', { id });
  });

  it('gives nothing of a round to who can be there on none of its days', async () => {
    const { coordinator, edition, round } = review;
    const judge = await addJudge(app, coordinator, edition.id, {
      availableDays: ['2031-03-01', '2031-02-28'],
    });
    const version = async (): Promise<number> =>
      (await coordinator.ask<{ judge: { version: number } }>(`{ judge(id: "${judge.id}") { version } }`))
        .judge.version;
    const day = async (availableDays: string[]) =>
      ok<{ judge: { availableDays: string[] } }>(
        coordinator,
        'judgeUpdate',
        { id: judge.id, version: await version(), availableDays },
        'judge { availableDays }',
      );
    const load = async (): Promise<number> =>
      (await plan({ keep: 'PINNED' })).pairs.filter(({ judgeId: id }) => id === judge.id).length;
    expect(await load()).toBe(0);
    const pair = { roundId: round.id, judgeId: judge.id, entryId: entryId(0) };
    expect(await codes(coordinator, 'assignmentAdd', pair)).toEqual(['JUDGE_NOT_AVAILABLE judgeId']);
    const [other] = (await held()).filter(({ sheet }) => sheet.state === 'ASSIGNED');
    expect(await codes(coordinator, 'assignmentMove', { id: other?.id, judgeId: judge.id })).toEqual([
      'JUDGE_NOT_AVAILABLE judgeId',
    ]);
    const onBoard = async (): Promise<unknown> => {
      const { assignmentBoard } = await coordinator.ask<{
        assignmentBoard: { loads: { judgeId: string; available: boolean }[]; problems: Found[] };
      }>(
        'query ($id: ID!) { assignmentBoard(roundId: $id) { loads { judgeId available } problems { code path params } } }',
        { id: round.id },
      );
      const { loads, problems } = assignmentBoard;
      return {
        away: loads.filter(({ available }) => !available).map(({ judgeId: id }) => id),
        found: problems.filter(({ code }) => code === 'JUDGE_NOT_AVAILABLE').map(({ params }) => params),
      };
    };
    expect(await onBoard()).toEqual({ away: [judge.id], found: [] });
    const { round: dates } = await coordinator.ask<{ round: { opensAt: string } }>(
      `{ round(id: "${round.id}") { opensAt } }`,
    );
    const within = new Date(Date.parse(dates.opensAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await day([within, '2031-03-01', within])).judge.availableDays).toEqual([within, '2031-03-01']);
    expect(await load()).toBeGreaterThan(0);
    await day([]);
    expect(await load()).toBeGreaterThan(0);
    const { assignment } = await ok<{ assignment: { id: string } }>(
      coordinator,
      'assignmentAdd',
      pair,
      'assignment { id }',
    );
    expect(await onBoard()).toEqual({ away: [], found: [] });
    await day(['2031-03-01']);
    expect(await onBoard()).toEqual({ away: [judge.id], found: [{ judge: judge.id }] });
    // Of one already held nothing new is asked.
    expect(await codes(coordinator, 'assignmentAdd', pair)).toEqual(['ALREADY_ASSIGNED judgeId']);
    await ok(coordinator, 'assignmentRemove', { id: assignment.id });
    const many = Array.from({ length: 101 }, (_, k) => new Date(k * 86_400_000).toISOString().slice(0, 10));
    expect(
      await codes(coordinator, 'judgeUpdate', {
        id: judge.id,
        version: await version(),
        availableDays: many,
      }),
    ).toEqual(['TOO_MANY availableDays']);
    await ok(coordinator, 'judgeWithdraw', { id: judge.id, version: await version(), reason: '改派' });
  });

  it('follows panels where they are set', async () => {
    const { coordinator, round, edition } = review;
    const health = edition.categories.find(({ code }) => code === 'HEALTH')?.id;
    const panel = await ok<{ judgePanel: { members: { id: string }[] } }>(
      coordinator,
      'judgePanelSet',
      {
        roundId: round.id,
        categoryId: health,
        judgeIds: [judgeId(0), judgeId(1), judgeId(2)],
        title: '健康组',
      },
      'judgePanel { members { id } }',
    );
    expect(panel.judgePanel.members.map(({ id }) => id)).toEqual([judgeId(0), judgeId(1), judgeId(2)]);
    expect(
      await codes(coordinator, 'judgePanelSet', {
        roundId: round.id,
        categoryId: health,
        judgeIds: [judgeId(0), judgeId(0), health],
      }),
    ).toEqual(['DUPLICATE judgeIds.1', 'NOT_FOUND judgeIds.2']);
    const planned = await plan({ keep: 'PINNED' });
    const pinned = new Set(
      (await held()).filter((a) => a.pinned).map(({ entry, judge }) => `${entry.id} ${judge.id}`),
    );
    for (const { entryId: entry, judgeId: judge } of planned.pairs) {
      if (![entryId(2), entryId(3)].includes(entry) || pinned.has(`${entry} ${judge}`)) continue;
      expect([judgeId(0), judgeId(1), judgeId(2)]).toContain(judge);
    }
    const { judgePanels } = await coordinator.ask<{ judgePanels: { title: string }[] }>(
      'query ($id: ID!) { judgePanels(roundId: $id) { title } }',
      { id: round.id },
    );
    expect(judgePanels).toEqual([{ title: '健康组' }]);
    expect(
      (
        await ok(
          coordinator,
          'judgePanelSet',
          { roundId: round.id, categoryId: health, judgeIds: [] },
          'judgePanel { id }',
        )
      ).judgePanel,
    ).toBeNull();
    // The members go with the panel, and the audit log says so of each.
    const auditor = await app.actor('AUDITOR');
    const { auditEvents } = await auditor.ask<{
      auditEvents: { nodes: { changes: { type: string; kind: string }[] }[] };
    }>('{ auditEvents(first: 1, filter: { operation: { eq: "judgePanelSet" } }) { nodes { changes } } }');
    const told = auditEvents.nodes[0]?.changes.map(({ type, kind }) => `${kind} ${type}`) ?? [];
    expect(new Set(told)).toEqual(new Set(['delete PanelMember', 'delete JudgePanel']));
  });

  it('shows its board in one piece: loads, conflicts, what is not satisfied', async () => {
    const { assignmentBoard: board } = await review.coordinator.ask<{
      assignmentBoard: {
        categories: { code: string; entries: number }[];
        entries: unknown[];
        judges: unknown[];
        assignments: unknown[];
        loads: { assigned: number }[];
        conflicts: unknown[];
        problems: Found[];
      };
    }>(
      `query ($id: ID!) { assignmentBoard(roundId: $id) { categories { categoryId code entries panelJudgeIds } entries { id number title } judges { id name capacity } assignments { id pinned entry { id } judge { id } sheet { state } }
        loads { judgeId assigned submitted capacity } conflicts { id judge { id } entry { id } } problems { code path params } } }`,
      { id: review.round.id },
    );
    expect(
      board.categories.filter(({ entries }) => entries > 0).map(({ code, entries }) => [code, entries]),
    ).toEqual([
      ['EMERGENCY', 2],
      ['HEALTH', 2],
    ]);
    expect(board.entries).toHaveLength(4);
    const live = await held();
    expect(board.assignments).toHaveLength(live.length);
    expect(board.loads.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(live.length);
    expect(board.conflicts).toHaveLength(5);
    const short = review.entries
      .filter(({ id }) => live.filter(({ entry }) => entry.id === id).length < 3)
      .map(({ id }) => id);
    expect(
      board.problems
        .filter(({ code }) => code === 'ENTRY_SHORT_OF_JUDGES')
        .map(({ params }) => params.entry)
        .sort(),
    ).toEqual(short.sort());
  });

  it('frees what a judge who leaves has not submitted', async () => {
    const leaver = review.judges[1];
    if (!leaver) throw new Error('four judges');
    const sheets = await sheetsOf(leaver.client);
    const [one] = sheets.filter(({ state }) => state === 'ASSIGNED');
    if (one) await submitAll(leaver.client, one, '8');
    const { judge } = await review.coordinator.ask<{ judge: { version: number } }>(
      'query ($id: ID!) { judge(id: $id) { version } }',
      { id: leaver.id },
    );
    await ok(review.coordinator, 'judgeWithdraw', {
      id: leaver.id,
      version: judge.version,
      reason: '因病退出',
    });
    expect(
      (await sheetsOf(leaver.client)).filter(({ state }) => state === 'ASSIGNED' || state === 'DRAFT'),
    ).toEqual([]);
    expect(
      (await sheetsOf(leaver.client)).filter(({ state }) => state === 'SUBMITTED').map(({ id }) => id),
    ).toEqual(one ? [one.id] : []);
    expect(
      await codes(review.coordinator, 'assignmentAdd', {
        roundId: review.round.id,
        entryId: entryId(3),
        judgeId: leaver.id,
      }),
    ).toContain('JUDGE_NOT_ACTIVE judgeId');
    await assignAll(review.coordinator, review.round.id);
  });
});
