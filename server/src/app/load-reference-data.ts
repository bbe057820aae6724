import { loadExemplars } from '../domains/library/index.ts';
import { loadRegions } from '../domains/places/index.ts';
import type { SeedRun } from '../platform/seed.ts';

/**
 * Loads the real data every installation needs, in production too: the city's regions and the exemplary projects. It
 * may run at every start: what is there already stays, and nothing is written when nothing is missing.
 */
export async function loadReferenceData(run: SeedRun): Promise<void> {
  await loadRegions(run);
  await loadExemplars(run);
}
