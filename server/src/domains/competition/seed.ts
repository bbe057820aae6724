import type { SeedRun } from '../../platform/seed.ts';
import { seedEditions } from './seed-editions.ts';
import { seedEntries } from './seed-entries.ts';
import { seedOpenEdition } from './seed-open-edition.ts';

/** The files of entries by edition, and how they are loaded. */
const ENTRIES: readonly (readonly [year: number, file: string, load: typeof seedEntries])[] = [
  [2025, 'projects-2025.json', seedEntries],
  [2026, 'projects.json', seedEntries],
  [2027, 'projects-2027.json', seedOpenEdition],
];

/**
 * Loads the demonstration's editions and entries. They need units and teams. The entries of the first two editions stand
 * in review; judging then brings the sheets, and the results and awards of the published edition.
 */
export async function seedCompetition(run: SeedRun): Promise<void> {
  const editions = await seedEditions(run);
  for (const [year, file, load] of ENTRIES) {
    const edition = editions.find((one) => one.year === year);
    if (edition) await load(run, edition, file);
  }
}
