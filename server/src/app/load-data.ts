import { sql } from 'kysely';
import { type SeedRun, seedRun } from '../platform/seed.ts';
import { DOMAINS } from './domains.ts';
import type { Instance } from './start-instance.ts';

function runOf({ app, files }: Instance, say: (line: string) => void): SeedRun {
  return seedRun({ pipelines: app.pipelines, system: app.system, files, now: new Date(), say });
}

/** Loads real reference data (regions, exemplary projects) where it is missing; in production too. */
export async function loadReferenceData(instance: Instance, say: (line: string) => void): Promise<void> {
  const run = runOf(instance, say);
  for (const domain of DOMAINS) await domain.loadReference?.(run);
}

/**
 * Loads the demonstration on the first start. Loaded domain by domain: a start that was interrupted goes on where it
 * stopped, because a domain's rows are there whole or not at all.
 */
export async function loadDemonstration(instance: Instance, say: (line: string) => void): Promise<void> {
  const { run: read } = instance.app.pipelines;
  const [found] = await read<{ there: boolean }>(sql`select exists (select 1 from unit) as there`);
  if (found?.there) return;
  say('首次启动，正在装入演示数据 First start: loading the demonstration');
  const run = runOf(instance, (line) => say(`  ${line}`));
  for (const domain of DOMAINS) await domain.loadDemonstration?.(run);
}
