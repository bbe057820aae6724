import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { confirm, preview } from '../imports/sheet-kit.ts';
import {
  COMPLETE,
  type Edition,
  errorOf,
  leaderOf,
  makeScene,
  openEdition,
  readEntry,
  type Scene,
  submittedEntry,
} from './kit.ts';

let app: TestApp;
let scene: Scene;
let coordinator: Client;
let leader: Client;
let edition: Edition;

beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00Z');
  scene = await makeScene(app, 2);
  coordinator = await app.actor('COORDINATOR');
  leader = await leaderOf(app, scene.teamIds[0] ?? '');
  edition = await openEdition(app, coordinator);
});
afterAll(() => app.close());

const HEAD = '届次,队伍编号,项目名称,类别,项目摘要,实施计划,预算,服务对象,联系电话';
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n');
const row = (
  title: string,
  changes: {
    year?: string;
    team?: string;
    category?: string;
    plan?: string;
    budget?: string;
    phone?: string;
  } = {},
): string =>
  [
    changes.year ?? '2026',
    changes.team ?? 'T00001',
    title,
    changes.category ?? '应急救援',
    COMPLETE.summary,
    changes.plan ?? '2026-10 选题；2026-12 试讲',
    changes.budget ?? '讲师交通 8600；印刷 640.50',
    '社会公众、老年人',
    changes.phone ?? '0555-1100207',
  ].join(',');

describe('a long sheet', () => {
  it('takes as many statements as a short one: teams, entries and accounts are looked up together', async () => {
    const statementsFor = async (prefix: string, count: number): Promise<readonly string[]> => {
      const sheet = csv(
        ...Array.from({ length: count }, (_, n) =>
          row(`${prefix}第${n}号`, { team: n % 2 === 0 ? 'T00001' : 'T00002' }),
        ),
      );
      return app.statements(async () => {
        const { body } = await preview(coordinator, 'entries', sheet);
        expect(body).toMatchObject({ rows: count, problemCount: 0 });
        expect((await confirm(coordinator, body.previewId)).importRun).toMatchObject({ created: count });
      });
    };
    const short = await statementsFor('短表', 10);
    const long = await statementsFor('长表', 200);
    expect(long.length).toBe(short.length);
  });
});

describe('importing entries', () => {
  it('makes drafts, and the same sheet again changes nothing', async () => {
    const sheet = csv(row('江堤夜巡'), row('断桥示警', { team: 'T00002', category: 'EMERGENCY' }));
    const checked = await preview(coordinator, 'entries', sheet);
    expect(checked.body).toMatchObject({ rows: 2, problemCount: 0 });
    expect((await confirm(coordinator, checked.body.previewId)).importRun).toMatchObject({
      rows: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
    });
    type Node = {
      id: string;
      state: string;
      budgetTotal: string;
      beneficiaries: string[];
      plan: { when: string; what: string }[];
      category: { code: string };
    };
    const { entries } = await leader.ask<{ entries: { nodes: Node[] } }>(
      '{ entries(filter: { search: "江堤夜巡" }) { nodes { id state budgetTotal beneficiaries plan { when what } category { code } } } }',
    );
    expect(entries.nodes[0]).toMatchObject({
      state: 'DRAFT',
      budgetTotal: '9240.50',
      beneficiaries: ['PUBLIC', 'ELDERLY'],
      plan: [
        { when: '2026-10', what: '选题' },
        { when: '2026-12', what: '试讲' },
      ],
      category: { code: 'EMERGENCY' },
    });
    const again = await preview(coordinator, 'entries', sheet);
    expect((await confirm(coordinator, again.body.previewId)).importRun).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    const moved = await preview(
      coordinator,
      'entries',
      csv(row('江堤夜巡', { category: '社会治理', budget: '讲师交通 100' })),
    );
    expect((await confirm(coordinator, moved.body.previewId)).importRun).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 0,
    });
    expect(await readEntry(leader, entries.nodes[0]?.id ?? '', 'budgetTotal category { code }')).toEqual({
      budgetTotal: '100.00',
      category: { code: 'GOVERNANCE' },
    });
  });

  it('shows every problem in its cell and writes nothing', async () => {
    await submittedEntry(leader, edition, scene.teamIds[0] ?? '', '已经交了', 'EMERGENCY');
    const { body } = await preview(
      coordinator,
      'entries',
      csv(
        row('甲项目', { year: '2031' }),
        row('乙项目', { team: 'T99999' }),
        row('丙项目', { plan: '明年 选题' }),
        row('丁项目', { budget: '一些钱' }),
        row('戊项目', { phone: '打给我' }),
        row('已经交了'),
        row('己 项目'),
        row('己项目'),
      ),
    );
    expect(body.problems.map(({ row: at, column, code }) => `${at} ${column} ${code}`)).toEqual([
      '2 year CELL_NOT_IN_LIST',
      '3 teamNumber CELL_NOT_IN_LIST',
      '4 plan CELL_MALFORMED',
      '5 budget CELL_MALFORMED',
      '6 contactPhone CELL_MALFORMED',
      '7 title ROW_NOT_ALLOWED',
      '9 title ROW_DUPLICATE_KEY',
    ]);
    expect((await confirm(coordinator, body.previewId)).problems.map(({ code }) => code)).toEqual([
      'IMPORT_HAS_PROBLEMS',
    ]);
  });

  it('is the office’s, and of its own editions', async () => {
    expect((await preview(leader, 'entries', csv(row('偷偷导入')))).status).toBe(403);
    const elsewhere = await app.actor({
      role: 'COORDINATOR',
      scope: 'COMPETITION',
      scopeId: '018f0000-0000-7000-8000-000000000000',
    });
    const { body } = await preview(elsewhere, 'entries', csv(row('别的届')));
    expect(body.problems.map(({ column, code }) => `${column} ${code}`)).toEqual(['year CELL_NOT_IN_LIST']);
    expect(await errorOf(elsewhere, 'entriesAccept', { ids: [scene.teamIds[0]] })).toBeNull();
  });
});

describe('exporting entries', () => {
  it('gives a workbook of what the viewer may see', async () => {
    const response = await coordinator.fetch('/exports/entries.xlsx');
    expect(response.status).toBe(200);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString('latin1'),
    ).toBe('PK');
  });
});
