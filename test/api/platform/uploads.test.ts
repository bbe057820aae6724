import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfBytes, pngBytes } from '../../../server/src/platform/files/sample-bytes.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';

let app: TestApp;
let coordinator: Client;

beforeAll(async () => {
  app = await startTestApp();
  coordinator = await app.actor('COORDINATOR');
});
afterAll(() => app.close());

/** Sends bytes as a file; answers the status and the first problem's code. */
async function upload(
  client: Client,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<{ status: number; code: string | null; id: string | null }> {
  const response = await client.fetch('/files', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
    body: bytes,
  });
  const body = (await response.json()) as { id?: string; problems?: { code: string }[] };
  return { status: response.status, code: body.problems?.[0]?.code ?? null, id: body.id ?? null };
}

/** Every file that lies in this instance's store, whole or not. */
const stored = (): string[] =>
  readdirSync(join(app.directory, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('an upload', () => {
  it('is kept whole and read back, inline and saved, by the one who sent it and by nobody else', async () => {
    const bytes = new Uint8Array(await pdfBytes());
    const { status, id } = await upload(coordinator, bytes, '项目计划书.pdf');
    expect(status).toBe(201);
    const read = await coordinator.fetch(`/files/${id}`);
    expect(read.headers.get('content-type')).toBe('application/pdf');
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes);
    const saved = await coordinator.fetch(`/files/${id}?download=1`);
    expect(saved.headers.get('content-disposition')).toContain("filename*=UTF-8''%E9%A1%B9");
    const part = await coordinator.fetch(`/files/${id}`, { headers: { range: 'bytes=0-3' } });
    expect([part.status, await part.text()]).toEqual([206, '%PDF']);
    for (const other of [app.visitor, await app.actor('COORDINATOR'), await app.actor('AUDITOR')]) {
      expect((await other.fetch(`/files/${id}`)).status).toBe(404);
    }
  });

  it.each([
    [
      'a zip named .pdf',
      () => new Uint8Array(Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1')),
      'x.pdf',
      'FILE_TYPE_NOT_ALLOWED',
    ],
    ['a picture named .pdf', () => new Uint8Array(pngBytes()), 'x.pdf', 'FILE_NAME_MISMATCH'],
    [
      'a page of HTML',
      () => new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>')),
      'x.pdf',
      'FILE_TYPE_NOT_ALLOWED',
    ],
    ['nothing', () => new Uint8Array(), 'x.pdf', 'FILE_EMPTY'],
  ])('of %s is refused with a code and leaves nothing', async (_name, bytes, name, code) => {
    const before = stored();
    expect(await upload(coordinator, bytes(), name)).toMatchObject({ status: 422, code });
    expect(stored()).toEqual(before);
  });

  it('of half a document is refused, and one that breaks off leaves nothing', async () => {
    const bytes = new Uint8Array(await pdfBytes());
    const before = stored();
    expect((await upload(coordinator, bytes.slice(0, bytes.length / 2), 'x.pdf')).code).toMatch(
      /FILE_TRUNCATED|FILE_DAMAGED/,
    );
    const sending = request(`${app.url}/files`, {
      method: 'POST',
      headers: {
        ...coordinator.headers,
        'apollo-require-preflight': '1',
        'content-length': bytes.length,
        'x-file-name': 'x.pdf',
      },
    });
    sending.on('error', () => undefined);
    sending.write(bytes.slice(0, 200));
    await expect.poll(() => stored().some((name) => name.endsWith('.part'))).toBe(true);
    sending.destroy();
    await expect.poll(stored).toEqual(before);
  });

  it('by a visitor or a judge is refused before a byte is kept', async () => {
    const bytes = new Uint8Array(await pdfBytes());
    const before = stored();
    const judge = await app.actor({
      role: 'JUDGE',
      scope: 'COMPETITION',
      scopeId: '01900000-0000-7000-8000-000000000001',
    });
    for (const client of [app.visitor, judge])
      expect((await upload(client, bytes, 'x.pdf').catch(() => ({ status: 401 }))).status).not.toBe(201);
    expect(stored()).toEqual(before);
  });

  it('that nothing attaches is removed after a day, content and all', async () => {
    const { id } = await upload(coordinator, new Uint8Array(await pdfBytes()), '没用上.pdf');
    const before = stored().length;
    await app.app.jobs.runScheduled('files.removeUnclaimed');
    expect((await coordinator.fetch(`/files/${id}`)).status).toBe(200);
    app.clock.advance({ hours: 25 });
    await app.app.jobs.runScheduled('files.removeUnclaimed');
    expect(stored().length).toBeLessThan(before);
    expect(
      (
        await (
          await app.actor('COORDINATOR')
        ).ask<{ file: unknown }>('query ($id: ID!) { file(id: $id) { id } }', { id })
      ).file,
    ).toBeNull();
  });
});
