import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSheetLimits } from '../../../server/src/platform/sheets/index.ts';
import { readXlsx } from '../../../server/src/platform/sheets/read-xlsx.ts';
import { openPart, openWorkbook } from '../../../server/src/platform/sheets/xlsx-workbook.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { checkBundle } from './check-bundle.ts';
import { closeEdition, codes, errorOf, judgeToNotice, makeReview, ok, type Review, sheetsOf } from './kit.ts';

let app: TestApp;
let review: Review;

const PUBLICATION = `id digest bundlePath objections { filed open upheld dismissed }
  statistics { entries awarded judges sheets totals { from width counts } categories { categoryId entries awarded judges sheets totals { from width counts } }
    rounds { roundId entries judges sheets fewestSheets mostSheets oneSheet meanOfSheets judgesNeeded } deliberation { decisions raised lowered } }`;
interface Published {
  readonly id: string;
  readonly digest: string;
  readonly bundlePath: string | null;
  readonly objections: Record<string, number>;
  readonly statistics: {
    readonly judges: number;
    readonly sheets: number;
    readonly categories: readonly { readonly totals: { readonly counts: readonly number[] } | null }[];
  };
}
interface Feedback {
  readonly code: string;
  readonly criteria: readonly {
    readonly mean: string;
    readonly sheets: number;
    readonly groupEntries: number;
    readonly groupMean: string | null;
    readonly group: { readonly counts: readonly number[] } | null;
  }[];
  readonly remarks: readonly { readonly text: string }[];
}

async function published(client: Client): Promise<Published | null> {
  const { results } = await client.ask<{ results: { nodes: { publication: Published | null }[] } }>(
    `query ($id: ID!) { results(filter: { competition: { eq: $id }, official: { eq: true }, round: { isNull: true } }) { nodes { publication { ${PUBLICATION} } } } }`,
    { id: review.edition.id },
  );
  return results.nodes[0]?.publication ?? null;
}

async function feedback(client: Client, entry: number): Promise<Feedback | null> {
  const { entryFeedback } = await client.ask<{ entryFeedback: Feedback | null }>(
    `query ($id: ID!) { entryFeedback(entryId: $id) { code criteria { roundId criterionId sheets mean groupEntries groupMean group { from width counts } } remarks { roundId text } } }`,
    { id: review.entries[entry]?.id },
  );
  return entryFeedback;
}

/** The cells of one sheet of a workbook, as text; an import reads the first one only. */
async function sheetRows(book: Buffer, number: number): Promise<string[][]> {
  const { zip } = await openWorkbook(book, defaultSheetLimits);
  try {
    const part = await openPart(zip, `xl/worksheets/sheet${number}.xml`);
    let xml = '';
    for await (const piece of part ?? []) xml += String(piece);
    return [...xml.matchAll(/<row.*?<\/row>/gs)].map(([row]) =>
      [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell = '']) =>
        cell.replace(/<[^>]*>/g, ''),
      ),
    );
  } finally {
    zip.close();
  }
}

const leader = (): Client => {
  const [first] = review.leaders;
  if (!first) throw new Error('there is a leader');
  return first;
};

/** Entries get 9, 8, 7 … and each judge is half a point from the next; only the first judge's remarks are released. */
const marks = (j: number, e: number) => ({
  mark: (9 - e + j * 0.5).toFixed(1),
  ...(j === 0 ? { released: true } : {}),
});

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: Array(6).fill('EMERGENCY'), judges: 3 });
});
afterAll(() => app.close());

describe('before the edition is closed', () => {
  it('a sheet’s remark stays with the office until the judge releases it', async () => {
    await judgeToNotice(app, review, marks);
    const { scoreSheets } = await review.coordinator.ask<{
      scoreSheets: { nodes: { remarkReleased: boolean }[] };
    }>('{ scoreSheets(first: 200) { nodes { remarkReleased } } }');
    const released = scoreSheets.nodes.filter(({ remarkReleased }) => remarkReleased).length;
    expect(released).toBeGreaterThan(0);
    expect(released).toBe(scoreSheets.nodes.length / 3);
  });

  it('everybody learns digest and statistics with the notice, nobody but the office the bundle or feedback', async () => {
    const seen = await published(app.visitor);
    expect(seen?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(seen?.bundlePath).toBeNull();
    expect(await published(review.coordinator)).toMatchObject({
      digest: seen?.digest,
      bundlePath: expect.stringMatching(/^\/bundles\//),
    });
    const path = (await published(review.coordinator))?.bundlePath ?? '';
    expect((await app.visitor.fetch(path)).status).toBe(404);
    expect((await leader().fetch(path)).status).toBe(404);
    expect((await review.judges[0]?.client.fetch(path))?.status).toBe(404);
    expect((await review.coordinator.fetch(path)).status).toBe(200);
    expect(await feedback(leader(), 0)).toBeNull();
    expect(await feedback(review.coordinator, 0)).not.toBeNull();
  });

  it('the office withholds a remark for a reason; judges and leaders may not', async () => {
    const sheets = await sheetsOf(review.coordinator, { entry: { eq: review.entries[2]?.id } });
    const [first] = sheets.filter(({ remark }) => remark.includes('评委0'));
    const input = { id: first?.id, withhold: true };
    expect(await codes(review.coordinator, 'scoreSheetWithholdRemark', { ...input, reason: ' ' })).toEqual([
      'REASON_REQUIRED reason',
    ]);
    expect(await errorOf(leader(), 'scoreSheetWithholdRemark', { ...input, reason: '不当' })).toBe(
      'FORBIDDEN',
    );
    const own = review.judges[0]?.client as Client;
    expect(await errorOf(own, 'scoreSheetWithholdRemark', { ...input, reason: '不当' })).toBe('FORBIDDEN');
    const { scoreSheet } = await ok<{ scoreSheet: { version: number; withheldRemark: object } }>(
      review.coordinator,
      'scoreSheetWithholdRemark',
      { ...input, reason: '点名批评了个人' },
      'scoreSheet { version withheldRemark { reason byName at } }',
    );
    expect(scoreSheet.withheldRemark).toMatchObject({ reason: '点名批评了个人', byName: '沈协调' });
    expect(scoreSheet.version).toBe(first?.version);
    const { scoreSheet: mine } = await own.ask<{ scoreSheet: { withheldRemark: unknown } }>(
      'query ($id: ID!) { scoreSheet(id: $id) { withheldRemark { reason } } }',
      { id: first?.id },
    );
    expect(mine.withheldRemark).toBeNull();
  });
});

describe('once the edition is closed', () => {
  it('everybody has the bundle, verified without the database, with the digest of the page', async () => {
    await closeEdition(app, review);
    const seen = await published(app.visitor);
    const response = await app.visitor.fetch(seen?.bundlePath ?? '');
    expect([response.status, response.headers.get('etag')]).toEqual([200, `"${seen?.digest}"`]);
    const text = await response.text();
    expect(await checkBundle(text)).toMatchObject({
      code: 0,
      said: { digest: seen?.digest, differences: [] },
    });
    const again = await app.visitor.fetch(seen?.bundlePath ?? '', {
      headers: { 'if-none-match': `"${seen?.digest}"` },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('one changed mark is found and named', async () => {
    const text = await (await app.visitor.fetch((await published(app.visitor))?.bundlePath ?? '')).text();
    const bundle = JSON.parse(text) as {
      input: {
        rounds: { id: string; sheets: { entry: string; judge: string; marks: Record<string, string> }[] }[];
      };
    };
    const round = bundle.input.rounds[0];
    const sheet = round?.sheets[0];
    const mark = sheet?.marks ?? {};
    const [criterion = ''] = Object.keys(mark);
    mark[criterion] = '0.5';
    const { code, said } = await checkBundle(JSON.stringify(bundle));
    expect(code).toBe(1);
    expect(said.differences.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'inputsDigest',
        'resultDigest',
        `input.sheets.${round?.id}.${sheet?.entry}.${sheet?.judge}`,
        'digest',
      ]),
    );
  });

  it('nothing in it leads to a judge or to an entry without an award, and its codes are those of the page', async () => {
    const text = await (await app.visitor.fetch((await published(app.visitor))?.bundlePath ?? '')).text();
    for (const { id } of review.judges) expect(text).not.toContain(id);
    expect(text).not.toMatch(/"J0|评语|评委/);
    const { results } = await app.visitor.ask<{
      results: {
        nodes: { rows: { award: unknown; sheetTotals: { judgeCode: string; value: string }[] }[] }[];
      };
    }>('{ results { nodes { rows { award { id } sheetTotals { judgeCode value counted } } } } }');
    const rows = results.nodes[0]?.rows ?? [];
    expect(rows.every(({ award }) => award !== null)).toBe(true);
    const shown = new Set(rows.flatMap(({ sheetTotals }) => sheetTotals.map(({ judgeCode }) => judgeCode)));
    expect([...shown].sort()).toEqual(['P01', 'P02', 'P03']);
    const told = JSON.parse(text) as {
      names: { awarded: Record<string, { title: string }> };
      input: { entries: { id: string }[] };
    };
    const losers = review.entries.filter(({ id }) => !text.includes(id)).length;
    expect(losers).toBe(6);
    expect(Object.keys(told.names.awarded)).toHaveLength(rows.length);
    const won = new Set(Object.values(told.names.awarded).map(({ title }) => title));
    const { entries } = await review.coordinator.ask<{
      entries: { nodes: { title: string; award: unknown }[] };
    }>('{ entries { nodes { title award { id } } } }');
    for (const { title, award } of entries.nodes) expect(won.has(title)).toBe(award !== null);
  });

  it('the statistics are counts', async () => {
    const seen = await published(app.visitor);
    expect(seen?.statistics).toMatchObject({ entries: 6, judges: 3 });
    expect(seen?.objections).toEqual({ filed: 0, open: 0, upheld: 0, dismissed: 0 });
  });

  it('a leader reads the own feedback: means, the category’s, and released remarks that were not withheld', async () => {
    const own = await feedback(leader(), 2);
    // Marks 7, 7.5 and 8 on every criterion.
    expect(new Set(own?.criteria.slice(0, 1).map(({ mean, sheets }) => `${mean} of ${sheets}`))).toEqual(
      new Set(['7.50 of 3']),
    );
    expect(own?.criteria[0]).toMatchObject({ groupEntries: 6, groupMean: '7.00' });
    expect(own?.criteria[0]?.group?.counts.reduce((a, b) => a + b, 0)).toBe(6);
    // The only released remark on this entry was withheld.
    expect(own?.remarks).toEqual([]);
    const first = await feedback(leader(), 0);
    expect(first?.remarks.map(({ text }) => text)).toEqual(['评委0对项目0的评语', '评委0对项目0的评语']);
    // One entry went on to the final: its group is itself, and is not shown.
    expect(first?.criteria.at(-1)).toMatchObject({ groupEntries: 1, groupMean: null, group: null });
    expect(first?.code).toMatch(/^E\d\d$/);
  });

  it('and nobody reads another’s', async () => {
    expect(await feedback(leader(), 1)).toBeNull();
    expect(await app.visitor.codeOf(`{ entryFeedback(entryId: "${review.entries[0]?.id}") { code } }`)).toBe(
      'UNAUTHENTICATED',
    );
    const own = review.judges[0]?.client as Client;
    expect(await own.codeOf(`{ entryFeedback(entryId: "${review.entries[0]?.id}") { code } }`)).toBe(
      'FORBIDDEN',
    );
  });

  it('the organisers have their report, on paper and as a workbook; nobody else has', async () => {
    const path = `/reports/${review.edition.id}`;
    for (const client of [review.coordinator, await app.actor('AUDITOR')]) {
      const pdf = await client.fetch(`${path}.pdf`);
      const bytes = Buffer.from(await pdf.arrayBuffer());
      expect([pdf.status, bytes.toString('latin1', 0, 5)]).toEqual([200, '%PDF-']);
      // The type is embedded: Chinese reads everywhere.
      expect(bytes.toString('latin1')).toContain('/FontFile');
    }
    const sheet = await review.coordinator.fetch(`${path}.xlsx?lang=zh`);
    const book = Buffer.from(await sheet.arrayBuffer());
    const rows: string[][] = [];
    for await (const { cells } of readXlsx(book, defaultSheetLimits))
      rows.push(Array.from(cells, (cell) => cell?.text ?? ''));
    const digest = (await published(app.visitor))?.digest;
    expect(rows).toContainEqual(['结果文件摘要', digest]);
    // What the stored analysis says stands in sheets of its own.
    const reliable = (await sheetRows(book, 5)).filter(([, judges = '']) => /^[\d.]+$/.test(judges));
    expect(reliable.length).toBeGreaterThan(0);
    expect(reliable[0]?.slice(1, 3)).toEqual(['3', expect.stringMatching(/^[01]/)]);
    const severe = (await sheetRows(book, 6)).filter(
      ([, code = '', , sheets]) => /^J\d\d$/.test(code) && sheets === '6',
    );
    expect(severe.map(([, code, name, sheets]) => [code, name !== '', sheets])).toEqual(
      ['J01', 'J02', 'J03'].map((code) => [code, true, '6']),
    );
    // The judges are half a point of ten from each other: none of them marks like the next.
    expect(new Set(severe.map(([, , , , effect]) => effect)).size).toBe(3);
    expect((await app.visitor.fetch(`${path}.pdf`)).status).toBe(401);
    expect((await leader().fetch(`${path}.pdf`)).status).toBe(403);
    expect((await review.judges[0]?.client.fetch(`${path}.xlsx`))?.status).toBe(403);
    expect((await review.coordinator.fetch(`/reports/${review.round.id}.pdf`)).status).toBe(404);
  });

  it('what was published does not change, even by hand', async () => {
    for (const statement of [
      sql`update result_publication set digest = 'x'`,
      sql`delete from result_publication`,
      sql`update published_entry set code = code || 'x'`,
      sql`delete from published_entry`,
    ])
      await expect(app.app.pipelines.run(statement)).rejects.toThrow();
  });
});
