import type { AttachmentKind } from '@xinghuo/shared/competition/entry';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeBytes, pdfBytes, pngBytes } from '../../../server/src/platform/files/sample-bytes.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  COMPLETE,
  categoryOf,
  done,
  type Edition,
  goTo,
  leaderOf,
  makeScene,
  openEdition,
  readEdition,
  readEntry,
  upload,
  uploadPng,
} from './kit.ts';

let app: TestApp;
let coordinator: Client;
let leader: Client;
let edition: Edition;
let entry: { id: string; version: number };

interface Check {
  readonly mentions: readonly {
    field: string;
    attachmentId: string | null;
    inContent: boolean;
    party: string;
    name: string;
    excerpt: string;
  }[];
  readonly unread: readonly string[];
  readonly textless: readonly string[];
  readonly partly: readonly string[];
}
const CHECK =
  'id attachments { id title } nameCheck { mentions { field attachmentId inContent party name excerpt } unread textless partly }';
type Checked = { attachments: { id: string; title: string }[]; nameCheck: Check | null };
const checkOf = (client: Client) => readEntry<Checked>(client, entry.id, CHECK);

const setBlind = async (blind: boolean): Promise<void> => {
  const { rounds } = await readEdition(coordinator, edition.id);
  await done(coordinator, 'roundUpdate', { id: rounds[0]?.id, version: rounds[0]?.version, blind }, 'id');
};

const attach = async (name: string, bytes: Buffer, kind: AttachmentKind): Promise<void> => {
  const fileId = await upload(leader, name, bytes);
  await done(leader, 'attachmentAdd', { entryId: entry.id, fileId, kind }, 'id');
};

beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00Z');
  const scene = await makeScene(app);
  const [team = ''] = scene.teamIds;
  for (const [name, role] of [
    ['岑知远', 'LEADER'],
    ['韦书宁', 'MEMBER'],
  ])
    await app.app.pipelines.run(
      sql`insert into team_member (id, team_id, name, role, since) values (gen_random_uuid(), ${team}, ${name}, ${role}, '2020-01-01')`,
    );
  coordinator = await app.actor('COORDINATOR');
  leader = await leaderOf(app, team);
  edition = await openEdition(app, coordinator);
  entry = await done(
    leader,
    'entryCreate',
    {
      competitionId: edition.id,
      categoryId: categoryOf(edition),
      teamId: team,
      ...COMPLETE,
      title: '邻里餐桌',
      results: `${COMPLETE.results}马鞍山市民政局给予表扬。`,
      need: `${COMPLETE.need}联系电话 0555 1200 345。`,
    },
    'id version',
  );
  const word = await officeBytes('wordprocessingml.document', {
    'word/document.xml':
      '<w:document xmlns:w="w"><w:p><w:r><w:t>采石矶志愿服务队</w:t></w:r><w:r><w:t>第1分队，韦书宁执笔</w:t></w:r></w:p></w:document>',
  });
  for (const [name, bytes, kind] of [
    ['项目方案.docx', word, 'PLAN'],
    ['岑知远在现场.png', pngBytes(), 'IMAGE'],
  ] as const)
    await attach(name, bytes, kind);
});
afterAll(() => app.close());

it('nothing is looked for while every judge may know the entrants', async () => {
  expect(await app.app.jobs.runQueued()).toBe(0);
  expect((await checkOf(coordinator))?.nameCheck).toBeNull();
});

it('tells the team and the office where a blind round would read whose entry it is', async () => {
  await setBlind(true);
  const before = await checkOf(leader);
  expect(before?.nameCheck?.unread).toEqual(before?.attachments.map(({ id }) => id));
  await app.app.jobs.runQueued();
  const [plan, picture] = before?.attachments ?? [];
  for (const client of [leader, coordinator, await app.actor('AUDITOR')]) {
    const { nameCheck } = (await checkOf(client)) ?? {};
    expect(
      nameCheck?.mentions.map(({ field, attachmentId, inContent, party, name }) => [
        field,
        attachmentId,
        inContent,
        party,
        name,
      ]),
    ).toEqual([
      ['need', null, false, 'PHONE', COMPLETE.contactPhone],
      ['results', null, false, 'UNIT', '马鞍山市民政局'],
      ['attachments', plan?.id, true, 'TEAM', '采石矶志愿服务队第1分队'],
      ['attachments', plan?.id, true, 'MEMBER', '韦书宁'],
      ['attachments', picture?.id, false, 'LEADER', '岑知远'],
    ]);
    expect(nameCheck?.mentions[2]?.excerpt).toContain('采石矶志愿服务队第1分队,韦书宁');
    expect(nameCheck).toMatchObject({ unread: [], textless: [picture?.id], partly: [] });
  }
});

it('reads what is attached later, once', async () => {
  const plan = await officeBytes('presentationml.presentation', {
    'ppt/slides/slide1.xml': '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>岑知远</a:t></a:r></a:p></p:sld>',
  });
  await attach('汇报.pptx', plan, 'SLIDES');
  await app.app.jobs.runQueued();
  const { nameCheck } = (await checkOf(leader)) ?? {};
  expect(nameCheck?.mentions.at(-1)).toMatchObject({ inContent: true, party: 'LEADER' });
  const [texts] = await app.app.pipelines.run<{ n: number }>(
    sql`select count(*)::int as n from file_text` as never,
  );
  expect(texts).toEqual({ n: 3 });
});

it('reads what stands behind a file whose author holds a NUL', async () => {
  const behind = await officeBytes('wordprocessingml.document', {
    'word/document.xml': '<w:document xmlns:w="w"><w:p><w:r><w:t>韦书宁</w:t></w:r></w:p></w:document>',
  });
  await attach('预算.pdf', await pdfBytes({ author: '\0岑知远' }), 'OTHER');
  await attach('预算说明.docx', behind, 'OTHER');
  await app.app.jobs.runQueued();
  const { nameCheck } = (await checkOf(leader)) ?? {};
  expect(nameCheck?.unread).toEqual([]);
  expect(nameCheck?.mentions.slice(-2).map(({ party }) => party)).toEqual(['LEADER', 'MEMBER']);
});

it('tells which files are too long to be searched whole', async () => {
  const long = await officeBytes('wordprocessingml.document', {
    'word/document.xml': `<w:document xmlns:w="w"><w:p><w:r><w:t>${'长文。'.repeat(70_000)}</w:t></w:r></w:p></w:document>`,
  });
  await attach('长文.docx', long, 'OTHER');
  await app.app.jobs.runQueued();
  const { attachments, nameCheck } = (await checkOf(leader)) ?? {};
  expect(nameCheck?.partly).toEqual([attachments?.at(-1)?.id]);
});

it('reads every night what is still unread, whichever edition it belongs to', async () => {
  const run = app.app.pipelines.run;
  const unread = async () => (await checkOf(leader))?.nameCheck?.unread.length;
  await run(sql`delete from file_text`);
  // One content is not to be had that night: it stays unread, and the others do not wait for it.
  const away = sql`id = (select min(f.id::text)::uuid from stored_file f join attachment a on a.file_id = f.id)`;
  await run(sql`update stored_file set key = key || '0' where ${away}`);
  expect(await unread()).toBe(6);
  await app.app.jobs.runScheduled('competition.readFiles');
  expect(await unread()).toBe(1);
  await run(sql`update stored_file set key = left(key, -1) where ${away}`);
  await app.app.jobs.runScheduled('competition.readFiles');
  expect(await unread()).toBe(0);
});

it('reads a few files at a time, and goes on behind other long work', async () => {
  const run = app.app.pipelines.run;
  await run(sql`delete from file_text`);
  const more = 20;
  for (let number = 1; number <= more; number += 1)
    await run(sql`insert into attachment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'file_id', ${await uploadPng(leader)}::text, 'position', 100 + ${number}::int))).*
      from attachment a where a.position = 1`);
  const left = async () => (await checkOf(leader))?.nameCheck?.unread.length;
  expect(await left()).toBe(6 + more);
  await app.app.jobs.runScheduled('competition.readFiles');
  expect(await left()).toBe(6);
  await app.app.jobs.runQueued();
  expect(await left()).toBe(0);
  expect(await app.app.jobs.runQueued()).toBe(0);
  await run(sql`delete from attachment where position > 100`);
});

it('a judge with the entry in hand learns nothing of it, and nothing changes for them', async () => {
  const judge = await app.actor({ role: 'JUDGE', scope: 'COMPETITION', scopeId: edition.id });
  const run = app.app.pipelines.run;
  await run(sql`insert into judge (id, created_at, updated_at, version, competition_id, account_id, number, email, name, expertise, capacity, state)
    values (gen_random_uuid(), now(), now(), 1, ${edition.id}, ${judge.accountId}, 1, 'pingwei@example.cn', '评委', '{}', 10, 'ACTIVE')`);
  await run(sql`update round set state = 'OPEN' where id = ${edition.rounds[0]?.id}`);
  await run(sql`insert into assignment (id, created_at, updated_at, version, round_id, entry_id, judge_id, pinned, position, live)
    select gen_random_uuid(), now(), now(), 1, ${edition.rounds[0]?.id}, ${entry.id}, j.id, false, 1, true from judge j where j.account_id = ${judge.accountId}`);
  const seen = await checkOf(judge);
  expect(seen?.attachments).toHaveLength(6);
  expect(seen?.nameCheck).toBeNull();
  await run(sql`delete from file_text`);
  await run(sql`delete from team_member`);
  expect(await checkOf(judge)).toEqual(seen);
  expect((await checkOf(coordinator))?.nameCheck?.unread).toHaveLength(6);
});

it('ends with the round', async () => {
  await goTo(app, '2026-05-03T01:00:00Z');
  await app.app.pipelines.run(sql`update round set state = 'LOCKED' where id = ${edition.rounds[0]?.id}`);
  expect((await checkOf(coordinator))?.nameCheck).toBeNull();
});
