import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import type { SeededEdition } from './seed-editions.ts';
import type { SeededEntry } from './seed-entries.ts';

/** What the office asked to be changed. */
export interface SeededNote {
  readonly field: string;
  readonly text: string;
}

/** An entry as its team wrote it. */
type DraftEntry = Omit<SeededEntry, 'number' | 'returned'>;

interface Input<E extends DraftEntry> {
  readonly edition: SeededEdition;
  readonly entries: readonly E[];
}

const DAY = 86_400_000;

/** Stores the entries of an edition of the demonstration, set by set: as drafts first, because what is submitted no longer changes. */
export const storeEntries = useCase('entriesSeed', async (tx, { edition, entries }: Input<SeededEntry>) => {
  const stored = await storeWritten(tx, edition, entries);
  await submitAll(tx, edition, entries);
  await storeNotes(tx, edition, entries);
  return { stored };
});

/** Stores entries as drafts with their files; what becomes of them are steps of their own. */
export const storeDraftEntries = useCase(
  'draftsSeed',
  async (tx, { edition, entries }: Input<DraftEntry>) => ({
    stored: await storeWritten(tx, edition, entries),
  }),
);

async function storeWritten(tx: Tx, edition: SeededEdition, entries: readonly DraftEntry[]): Promise<number> {
  tx.subject = { type: 'Competition', id: edition.id };
  const stored = await storeDrafts(tx, edition, entries);
  if (stored !== entries.length)
    throw new Error(`${edition.year}: ${entries.length - stored} entries name an unknown team`);
  await storeAttachments(tx, edition, entries);
  return stored;
}

const change = (edition: SeededEdition, type: string, count: number) =>
  ({ type, id: edition.id, kind: 'create', after: { competition: edition.title, rows: count } }) as const;

function storeDrafts(tx: Tx, edition: SeededEdition, entries: readonly DraftEntry[]): Promise<number> {
  const rows = entries.map(({ content, attachments: _files, ...entry }) => ({ ...entry, ...content }));
  return tx.execute(
    sql`insert into entry (id, created_at, updated_at, version, competition_id, category_id, team_id, title, title_en, applicant_kind, summary, summary_en,
        need, activities, innovation, replicability, results, plan, budget, budget_total, beneficiaries, contact_name, contact_phone, state)
      select g.id, g."begunAt", g."submittedAt", 1, ${edition.id}, g."categoryId", t.id, g.title, g."titleEn", g."applicantKind", g.summary, g."summaryEn",
        g.need, g.activities, g.innovation, g.replicability, g.results, g.plan, g.budget, g."budgetTotal", g.beneficiaries, g."contactName", g."contactPhone", 'DRAFT'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, "begunAt" timestamptz, "submittedAt" timestamptz, "categoryId" uuid, team text,
        title text, "titleEn" text, "applicantKind" text, summary text, "summaryEn" text, need text, activities text, innovation text, replicability text,
        results text, plan jsonb, budget jsonb, "budgetTotal" numeric, beneficiaries jsonb, "contactName" text, "contactPhone" text)
      join team t on t.name = g.team`,
    change(edition, 'Entry', entries.length),
  );
}

async function storeAttachments(
  tx: Tx,
  edition: SeededEdition,
  entries: readonly DraftEntry[],
): Promise<void> {
  const rows = entries.flatMap((entry) =>
    entry.attachments.map(({ id, kind, title, file }, i) => ({
      id,
      kind,
      title,
      position: i + 1,
      entry: entry.id,
      at: new Date(entry.submittedAt.getTime() - 3_600_000),
      file: file.id,
      key: file.key,
      name: file.name,
      fileKind: file.kind,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.sha256,
    })),
  );
  const given = JSON.stringify(rows);
  await tx.execute(
    sql`insert into stored_file (id, key, name, kind, media_type, size, sha256, uploaded_by, created_at)
      select g.file, g.key, g.name, g."fileKind", g."mediaType", g.size, g.sha256, null, g.at
      from jsonb_to_recordset(${given}::jsonb) as g(file uuid, key text, name text, "fileKind" text, "mediaType" text, size int, sha256 text, at timestamptz)`,
    change(edition, 'StoredFile', rows.length),
  );
  await tx.execute(
    sql`insert into attachment (id, entry_id, file_id, kind, title, position, created_at)
      select g.id, g.entry, g.file, g.kind, g.title, g.position, g.at
      from jsonb_to_recordset(${given}::jsonb) as g(id uuid, entry uuid, file uuid, kind text, title text, position int, at timestamptz)`,
    change(edition, 'Attachment', rows.length),
  );
}

/** Numbers, frozen facts, revisions; then into the review. */
async function submitAll(tx: Tx, edition: SeededEdition, entries: readonly SeededEntry[]): Promise<void> {
  const rows = entries.map(({ id, number, submittedAt, returned }) => ({
    id,
    number,
    at: returned?.resubmittedAt ?? submittedAt,
  }));
  await tx.execute(
    sql`update entry e set number = g.number, submitted_at = g.at, state = 'IN_REVIEW', updated_at = greatest(g.at, ${edition.reviewAt}::timestamptz), version = 2,
        facts_active_months = t.active_months, facts_members = t.member_count, facts_minutes = t.service_minutes
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, number text, at timestamptz), team t
      where e.id = g.id and t.id = e.team_id`,
    {
      type: 'Entry',
      id: edition.id,
      kind: 'update',
      after: { competition: edition.title, state: 'IN_REVIEW', rows: rows.length },
    },
  );
  const revisions = entries.flatMap((entry) => {
    const content = {
      ...entry.content,
      category: entry.category,
      applicantKind: entry.applicantKind,
      budgetTotal: entry.budgetTotal,
      attachments: entry.attachments.map(({ kind, title, file }) => ({
        fileId: file.id,
        kind,
        title,
        name: file.name,
        sha256: file.sha256,
      })),
    };
    const last = {
      id: uuidv7(),
      entry: entry.id,
      number: entry.returned ? 2 : 1,
      at: entry.returned?.resubmittedAt ?? entry.submittedAt,
      content,
    };
    if (!entry.returned) return [last];
    return [
      { ...last, id: uuidv7(), number: 1, at: entry.submittedAt, content: { ...content, ...before(entry) } },
      last,
    ];
  });
  await tx.execute(
    sql`insert into entry_revision (id, entry_id, number, submitted_at, submitted_by_id, content)
      select g.id, g.entry, g.number, g.at, null, g.content || jsonb_build_object('facts', jsonb_build_object('activeMonths', e.facts_active_months, 'members', e.facts_members, 'minutes', e.facts_minutes))
      from jsonb_to_recordset(${JSON.stringify(revisions)}::jsonb) as g(id uuid, entry uuid, number int, at timestamptz, content jsonb)
      join entry e on e.id = g.entry`,
    change(edition, 'EntryRevision', revisions.length),
  );
}

/** The first version of what was changed afterwards: the noted texts without their last sentence. */
function before(entry: SeededEntry): Partial<SeededEntry['content']> {
  const texts = ['summary', 'need', 'activities', 'innovation', 'replicability', 'results'] as const;
  const noted = texts.filter((field) => entry.returned?.notes.some((note) => note.field === field));
  return Object.fromEntries(
    noted.map((field) => [
      field,
      entry.content[field].replace(/[^。；]*[。；]$/u, '') || entry.content[field],
    ]),
  );
}

async function storeNotes(tx: Tx, edition: SeededEdition, entries: readonly SeededEntry[]): Promise<void> {
  const rows = entries.flatMap(({ id, returned }) =>
    (returned?.notes ?? []).map((note) => ({
      ...note,
      id: uuidv7(),
      entry: id,
      at: new Date((returned?.resubmittedAt.getTime() ?? 0) - 2 * DAY),
    })),
  );
  if (rows.length === 0) return;
  await tx.execute(
    sql`insert into screening_note (id, entry_id, field, text, author_id, created_at, resolved)
      select g.id, g.entry, g.field, g.text, null, g.at, true
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, entry uuid, field text, text text, at timestamptz)`,
    change(edition, 'ScreeningNote', rows.length),
  );
}
