import type { SeedRun } from '../../platform/seed.ts';
import { seedEditions } from './seed-editions.ts';
import { seedEntries } from './seed-entries.ts';

/** The files of entries by edition. */
const ENTRIES: readonly (readonly [year: number, file: string])[] = [
  [2025, 'projects-2025.json'],
  [2026, 'projects.json'],
];

/**
 * Loads the demonstration's editions and entries. They need units and teams. All entries stand in review; judging then
 * brings the sheets, and the results and awards of the published edition.
 */
export async function seedCompetition(run: SeedRun): Promise<void> {
  const editions = await seedEditions(run);
  for (const [year, file] of ENTRIES) {
    const edition = editions.find((one) => one.year === year);
    if (edition) await seedEntries(run, edition, file);
  }
}
