import { createHash } from 'node:crypto';
import { loadRegions } from '../../../server/src/domains/places/load-regions.ts';
import { type SeedRun, seedRun } from '../../../server/src/platform/seed.ts';
import type { TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';

/** The run that loaders of given data are called with. */
export function seeding(app: TestApp): SeedRun {
  return seedRun({
    pipelines: app.app.pipelines,
    system: app.app.system,
    files: app.files,
    now: app.clock.now(),
    say: () => undefined,
  });
}

/** Loads the city's regions. */
export async function withRegions(app: TestApp): Promise<void> {
  await loadRegions(seeding(app));
}

/** What a preview answers. */
export interface Findings {
  readonly previewId: string;
  readonly rows: number;
  readonly problemCount: number;
  /** The row below which the next problems are asked for; null when these are the last. */
  readonly nextAfter: number | null;
  readonly problems: readonly {
    row: number;
    column: string | null;
    code: string;
    params: Record<string, unknown>;
  }[];
  readonly sample: readonly { row: number; cells: Record<string, string> }[];
  readonly error?: { readonly code: string };
}

/** Sends a sheet for a preview. */
export async function preview(
  client: Client,
  kind: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<{ status: number; body: Findings }> {
  const response = await client.fetch(`/imports/${kind}/preview`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent('名单.csv') },
    body: content,
  });
  return { status: response.status, body: (await response.json()) as Findings };
}

const CONFIRM = /* GraphQL */ `mutation ($input: ImportConfirmInput!) {
  importConfirm(input: $input) {
    importRun { id kind fileName digest rows created updated unchanged actor state }
    problems { code path params }
  }
}`;

/** What a confirmation answers. */
export interface Confirmed {
  readonly importRun: {
    id: string;
    digest: string;
    fileName: string;
    rows: number;
    created: number;
    updated: number;
    unchanged: number;
    state: string;
  } | null;
  readonly problems: readonly { code: string; path: string[]; params: Record<string, unknown> }[];
}

/** Confirms a preview. */
export async function confirm(client: Client, previewId: string): Promise<Confirmed> {
  const { importConfirm } = await client.ask<{ importConfirm: Confirmed }>(CONFIRM, { input: { previewId } });
  return importConfirm;
}

/** SHA-256 in hexadecimal. */
export function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
