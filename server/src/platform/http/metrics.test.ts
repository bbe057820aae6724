import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Metrics } from './metrics.ts';
import { serveHealth } from './serve-health.ts';
import { servePages } from './serve-pages.ts';

const FILES = 60;
let pages: string;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'xinghuo-pages-'));
  await mkdir(join(pages, 'assets'));
  await writeFile(join(pages, 'index.html'), '<!doctype html>');
  for (let i = 0; i < FILES; i++) await writeFile(join(pages, 'assets', `part-${i}.js`), '');
});
afterAll(() => rm(pages, { recursive: true }));

it('counts by declared routes: neither the files of a build nor invented addresses add a label', async () => {
  const app = fastify();
  const metrics = new Metrics();
  serveHealth(app, async () => undefined);
  metrics.serve(app);
  await servePages(app, pages);
  await app.inject('/healthz');
  for (let i = 0; i < FILES; i++) {
    await app.inject(`/assets/part-${i}.js`);
    await app.inject(`/invented/${i}?q=${i}`);
    await app.inject({ url: `/screens/${i}`, headers: { accept: 'text/html' } });
    await app.inject({ method: 'POST', url: `/invented-${i}` });
  }
  const { body } = await app.inject('/metrics');
  const counted = body.matchAll(/^xinghuo_http_request_seconds_count\{(.*)\} (\d+)$/gm);
  expect(Object.fromEntries([...counted].map(([, labels, count]) => [labels, Number(count)]))).toEqual({
    'route="/healthz",status="2xx"': 1,
    'route="pages",status="2xx"': FILES,
    'route="unknown",status="2xx"': FILES,
    'route="unknown",status="4xx"': 2 * FILES,
  });
  expect(body.length).toBeLessThan(30_000);
  await app.close();
});
