import type { CategoryCode } from '@xinghuo/shared/competition/category';
import { entryNumber } from '@xinghuo/shared/competition/category';
import {
  BENEFICIARIES,
  type Beneficiary,
  type BudgetLine,
  type PlanStep,
} from '@xinghuo/shared/competition/entry';
import { budgetTotal } from '@xinghuo/shared/competition/entry-rules';
import { v7 as uuidv7 } from 'uuid';
import { givenDocument } from '../../platform/given-data.ts';
import { renderPdfBuffer } from '../../platform/print/index.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { entryDocument } from './entry-document.ts';
import type { SeededEdition } from './seed-editions.ts';
import { budgetPicture, keepFile, type SeededFile } from './seed-files.ts';
import { type SeededNote, storeEntries } from './store-seeded-entries.ts';

/** A project as the demonstration's files give it; the published edition and drafts have a short form only. */
export interface GivenProject {
  readonly code: string;
  readonly category: CategoryCode;
  readonly team: string;
  readonly applicantKind: string;
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly summaryEn: string;
  readonly results: string;
  readonly need?: string;
  readonly activities?: string;
  readonly innovation?: string;
  readonly replicability?: string;
  readonly plan?: readonly { readonly date: string; readonly step: string }[];
  readonly budget?: readonly { readonly item: string; readonly amount: number }[];
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly beneficiaries?: string;
}

/** An entry ready to be stored. */
export interface SeededEntry {
  readonly id: string;
  readonly categoryId: string;
  readonly category: CategoryCode;
  readonly team: string;
  readonly applicantKind: string;
  readonly number: string;
  readonly content: {
    readonly title: string;
    readonly titleEn: string;
    readonly summary: string;
    readonly summaryEn: string;
    readonly need: string;
    readonly activities: string;
    readonly innovation: string;
    readonly replicability: string;
    readonly results: string;
    readonly plan: readonly PlanStep[];
    readonly budget: readonly BudgetLine[];
    readonly beneficiaries: readonly Beneficiary[];
    readonly contactName: string;
    readonly contactPhone: string;
  };
  readonly budgetTotal: string;
  readonly begunAt: Date;
  readonly submittedAt: Date;
  readonly attachments: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly file: SeededFile;
  }[];
  /** Of an entry that was returned once: its notes, and when it was submitted again. */
  readonly returned: { readonly notes: readonly SeededNote[]; readonly resubmittedAt: Date } | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Every ninth entry came back once, and every third has a picture besides its plan. */
const RETURNED_EVERY = 9;
const PICTURE_EVERY = 3;

/** Deadlines draw people: most entries come in the last third, by day and into the evening. */
function submissionTimes(edition: SeededEdition, count: number): Date[] {
  const days = Math.floor((edition.closesAt.getTime() - edition.opensAt.getTime()) / DAY);
  return Array.from({ length: count }, (_, i) => {
    const share = (((i * 37) % count) + 0.5) / count;
    const day = Math.min(days - 1, Math.floor(days * share ** 0.45));
    const minutes = 8 * 60 + ((i * 173) % (13 * 60));
    // 09:00 in Shanghai is when an edition opens; days are counted from that midnight.
    return new Date(edition.opensAt.getTime() - 9 * HOUR + day * DAY + minutes * 60_000);
  });
}

/** Loads the entries of one edition with their files, revisions and notes, all of them in review. */
export async function seedEntries(run: SeedRun, edition: SeededEdition, file: string): Promise<void> {
  const projects = await givenDocument<readonly GivenProject[]>(file);
  const { screening } = await givenDocument<{
    readonly screening: readonly { readonly field: string; readonly note: string }[];
  }>('remarks.json');
  const times = submissionTimes(edition, projects.length);
  const order = projects
    .map((_, i) => i)
    .sort((a, b) => (times[a]?.getTime() ?? 0) - (times[b]?.getTime() ?? 0));
  const sequences = new Map<string, number>();
  const entries: SeededEntry[] = [];
  for (const i of order) {
    const project = projects[i];
    const submittedAt = times[i];
    if (!project || !submittedAt) continue;
    const sequence = (sequences.get(project.category) ?? 0) + 1;
    sequences.set(project.category, sequence);
    const given = project.need !== undefined && i % RETURNED_EVERY === 4 ? notesFor(screening, i) : null;
    entries.push({
      ...(await entryOf(run, edition, project, i, submittedAt)),
      number: entryNumber(edition.year, project.category, sequence),
      returned: given && {
        notes: given,
        resubmittedAt: new Date(
          Math.max(submittedAt.getTime(), edition.closesAt.getTime()) + (2 + (i % 12)) * DAY,
        ),
      },
    });
  }
  const { stored } = await run.run(storeEntries, { edition, entries });
  run.say(
    `参赛项目 Entries ${edition.year}: ${stored}, ${entries.reduce((sum, { attachments }) => sum + attachments.length, 0)} attachments`,
  );
}

function notesFor(
  screening: readonly { readonly field: string; readonly note: string }[],
  i: number,
): readonly SeededNote[] {
  const first = screening[(i * 5) % screening.length];
  const second = screening[(i * 5 + 3) % screening.length];
  return [first, second].flatMap((one, place) =>
    one && (place === 0 || i % 2 === 0) ? [{ field: one.field, text: one.note }] : [],
  );
}

/** A given project as an entry of an edition, with its files unless it is still a draft. */
export async function entryOf(
  run: SeedRun,
  edition: SeededEdition,
  project: GivenProject,
  i: number,
  submittedAt: Date,
  draft = false,
): Promise<Omit<SeededEntry, 'number' | 'returned'>> {
  const category = edition.categories.find(({ code }) => code === project.category);
  if (!category) throw new Error(`${project.code}: no category ${project.category}`);
  const budget = (project.budget ?? []).map(({ item, amount }) => ({ item, amount: String(amount) }));
  const content = {
    title: project.title,
    titleEn: project.titleEn,
    summary: project.summary,
    summaryEn: project.summaryEn,
    need: project.need ?? '',
    activities: project.activities ?? '',
    innovation: project.innovation ?? '',
    replicability: project.replicability ?? '',
    results: project.results,
    plan: (project.plan ?? []).map(({ date, step }) => ({ when: date, what: step })),
    budget,
    beneficiaries: beneficiariesOf(project.beneficiaries ?? ''),
    contactName: project.contactName ?? '',
    contactPhone: project.contactPhone ?? '',
  };
  const total = budgetTotal(budget);
  return {
    id: uuidv7(),
    categoryId: category.id,
    category: project.category,
    team: project.team,
    applicantKind: project.applicantKind,
    content,
    budgetTotal: total,
    begunAt: new Date(Math.max(edition.opensAt.getTime(), submittedAt.getTime() - (1 + (i % 11)) * DAY)),
    submittedAt,
    attachments: draft
      ? []
      : await filesOf(run, project, i, {
          ...content,
          edition: edition.title,
          category: category.title,
          team: project.team,
          budgetTotal: total,
          writtenAt: submittedAt,
        }),
  };
}

/** The plan as a PDF, and now and then a picture of the budget. */
async function filesOf(
  run: SeedRun,
  project: GivenProject,
  i: number,
  document: Parameters<typeof entryDocument>[0],
): Promise<SeededEntry['attachments']> {
  const pdf = await renderPdfBuffer(entryDocument(document));
  const plan = await keepFile(run.files, `${project.title}-实施方案.pdf`, 'PDF', pdf);
  const attachments = [{ id: uuidv7(), kind: 'PLAN', title: '实施方案', file: plan }];
  if (project.budget && i % PICTURE_EVERY === 0) {
    const picture = budgetPicture(project.budget.map(({ amount }) => amount));
    attachments.push({
      id: uuidv7(),
      kind: 'IMAGE',
      title: '预算构成图',
      file: await keepFile(run.files, '预算构成图.png', 'PNG', picture),
    });
  }
  return attachments;
}

/** National codes to their values: `01 11`. */
function beneficiariesOf(codes: string): Beneficiary[] {
  return (Object.keys(BENEFICIARIES) as Beneficiary[]).filter((key) =>
    codes.split(' ').includes(BENEFICIARIES[key].code ?? ''),
  );
}
