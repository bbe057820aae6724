import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { PAGE } from '../read/reader.ts';
import type { ExportedList } from './export-list.ts';
import { type ListReader, prepareExport } from './write-export.ts';

const PAGES = 200;

/** A text that hardly shrinks when it is packed, so that what was read shows in what was written. */
const text = (page: number, row: number): string =>
  Array.from({ length: 8 }, (_, part) =>
    createHash('sha256').update(`${page} ${row} ${part}`).digest('base64'),
  ).join('');

/** A list of many pages that counts how far it was read. */
function longList(): { readonly reader: ListReader; pages(): number } {
  let pages = 0;
  const reader: ListReader = {
    async list() {
      pages += 1;
      const nodes = Array.from({ length: PAGE.max }, (_, n) => ({ name: text(pages, n) }));
      return {
        edges: [],
        nodes,
        pageInfo: {
          hasNextPage: pages < PAGES,
          hasPreviousPage: pages > 1,
          startCursor: null,
          endCursor: String(pages),
        },
        totalCount: PAGES * PAGE.max,
      };
    },
  };
  return { reader, pages: () => pages };
}

const list = {
  list: 'things',
  name: { zh: '事物', en: 'Things' },
  columns: [{ key: 'name', zh: '名称', en: 'Name', type: 'text', value: 'name' }],
} as unknown as ExportedList;

it('an export reads on only as fast as its reader takes the rows: what is in memory does not grow with the list', async () => {
  const { reader, pages } = longList();
  const { write } = await prepareExport(reader, list, { filter: null, sort: null }, 'zh', 1_000_000);
  const out = new PassThrough();
  const written = write(out);
  // Nobody reads: after a moment the export stands still, a few pages in.
  let before = -1;
  while (pages() !== before) {
    before = pages();
    await pause(200);
  }
  expect(before).toBeLessThan(PAGES / 4);
  out.resume();
  expect(await written).toEqual({ rows: PAGES * PAGE.max });
  expect(pages()).toBe(PAGES);
}, 60_000);
