import { givenDocument } from '../../platform/given-data.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { extendDeadline } from './extend-deadline.ts';
import { acceptEntry, rejectEntry, returnEntry } from './screen-entry.ts';
import type { SeededEdition } from './seed-editions.ts';
import { entryOf, type GivenProject } from './seed-entries.ts';
import { type SeededNote, storeDraftEntries } from './store-seeded-entries.ts';
import { submitEntry } from './submit-entry.ts';
import { updateEntry } from './write-entry.ts';

/** A project of the edition that takes entries, with how far it has come. */
interface OpenProject extends GivenProject {
  readonly stage: 'DRAFT' | 'SUBMITTED' | 'ACCEPTED' | 'REJECTED' | 'RETURNED' | 'RESUBMITTED';
  /** What the office asked for, when it was returned. */
  readonly notes?: readonly SeededNote[];
  /** What the team added in answer, field by field; the given texts hold it already. */
  readonly answer?: Readonly<Partial<Record<'need' | 'activities', string>>>;
  /** Why it was rejected. */
  readonly reason?: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An instant of the time that entries have been taken so far, by day and in the evening in Shanghai, before now. */
function instant(edition: SeededEdition, now: Date, share: number, minute: number): Date {
  const at = edition.opensAt.getTime() + (now.getTime() - edition.opensAt.getTime()) * share;
  const day = Math.floor(at / DAY) * DAY;
  return new Date(Math.min(day + HOUR + (minute % 660) * 60_000, now.getTime() - 60_000));
}

/**
 * Loads the edition that takes entries today. Its entries have gone through the product's own steps, so that a
 * coordinator and a leader can go on from where each of them stands.
 */
export async function seedOpenEdition(run: SeedRun, edition: SeededEdition, file: string): Promise<void> {
  const projects = await givenDocument<readonly OpenProject[]>(file);
  const begun = await Promise.all(
    projects.map(async (project, i) => {
      const share = 0.08 + (0.55 * ((i * 7 + 12) % projects.length)) / projects.length;
      const at = (later: number): Date => instant(edition, run.now, share + later, i * 97);
      const entry = await entryOf(run, edition, asFirst(project), i, at(0), project.stage === 'DRAFT');
      return { project, entry, at };
    }),
  );
  await run.run(storeDraftEntries, { edition, entries: begun.map(({ entry }) => entry) });
  const submitted = begun
    .filter(({ project }) => project.stage !== 'DRAFT')
    .sort((a, b) => a.at(0).getTime() - b.at(0).getTime());
  for (const { project, entry, at } of submitted) {
    const { id } = entry;
    await run.run(submitEntry, { id, version: 1 }, { at: at(0) });
    const screened = { at: at(0.15) };
    if (project.stage === 'ACCEPTED') await run.run(acceptEntry, { id, version: 2 }, screened);
    if (project.stage === 'REJECTED')
      await run.run(rejectEntry, { id, version: 2, reason: project.reason ?? '' }, screened);
    if (!project.notes) continue;
    await run.run(returnEntry, { id, version: 2, notes: project.notes, until: edition.closesAt }, screened);
    if (project.stage !== 'RESUBMITTED') continue;
    const { need, activities } = project;
    await run.run(updateEntry, { id, version: 3, need, activities }, { at: at(0.3) });
    await run.run(submitEntry, { id, version: 4 }, { at: at(0.3) });
  }
  const away = begun.findLast(({ project }) => project.stage === 'DRAFT');
  if (away)
    await run.run(extendDeadline, {
      competitionId: edition.id,
      entryId: away.entry.id,
      until: new Date(edition.closesAt.getTime() + 3 * DAY),
      reason: '队伍驻村期间当地光缆抢修，无法上网填报，经乡镇确认，同意该项目顺延三天提交。',
    });
  run.say(`正在征集的项目 Entries under way ${edition.year}: ${begun.length}`);
}

/** The project as it was submitted first: without what was added when it came back. */
function asFirst(project: OpenProject): OpenProject {
  const without = (field: 'need' | 'activities'): string =>
    (project[field] ?? '').replace(project.answer?.[field] ?? '', '');
  return { ...project, need: without('need'), activities: without('activities') };
}
