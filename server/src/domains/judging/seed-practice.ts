import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { givenDocument } from '../../platform/given-data.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';
import type { SeedEdition, SeedRound } from './seed-facts.ts';
import type { SeedJudge } from './seed-judges.ts';
import { makeMarks, type Remarks } from './seed-marks.ts';

/** Categories of the demonstration that have an anchor, by their place; all have a practice entry. */
const ANCHORED = [0, 1, 2, 5] as const;
/** Judges who mark an anchor. */
const ANCHOR_JUDGES = 9;

interface Rows {
  readonly entries: readonly object[];
  readonly marks: readonly object[];
  readonly sheets: readonly object[];
}

const store = useCase(
  'practiceSeed',
  async (tx, { round, entries, marks, sheets }: Rows & { readonly round: string }) => {
    await tx.execute(
      sql`insert into practice_entry (id, created_at, updated_at, version, round_id, category_id, entry_id, position)
        select g.id, ${tx.now}::timestamptz, ${tx.now}::timestamptz, 1, ${round}::uuid, g.category, g.entry, 1
        from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as g(id uuid, category uuid, entry uuid)`,
      { type: 'Practice', id: round, kind: 'create', after: { entries: entries.length } },
    );
    await tx.execute(
      sql`insert into practice_mark (id, practice_id, criterion_id, value, reason)
        select g.id, g.practice, g.criterion, g.value, g.reason
        from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as g(id uuid, practice uuid, criterion uuid, value numeric, reason text)`,
      { type: 'PracticeMark', id: round, kind: 'create', after: { marks: marks.length } },
    );
    await tx.execute(
      sql`insert into practice_sheet (id, practice_id, judge_id, submitted_at, seconds_spent, marks)
        select g.id, g.practice, g.judge, ${tx.now}::timestamptz, g.seconds, g.marks
        from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) as g(id uuid, practice uuid, judge uuid, seconds int, marks jsonb)`,
      { type: 'PracticeSheet', id: round, kind: 'create', after: { sheets: sheets.length } },
    );
    return { stored: entries.length };
  },
);

/** Practice entries from the published edition, with agreed marks, and what the judges who began gave them. */
export async function seedPractice(
  run: SeedRun,
  past: SeedEdition,
  edition: SeedEdition,
  round: SeedRound,
  judges: readonly SeedJudge[],
): Promise<void> {
  const remarks = await givenDocument<Remarks>('remarks.json');
  const categories = await run.read<{ id: string; code: string }>(
    sql`select id, code from category where competition_id = ${edition.id} order by position`,
  );
  const rows = { entries: [] as object[], marks: [] as object[], sheets: [] as object[] };
  for (const [place, category] of categories.entries()) {
    const example = past.entries.filter(({ code }) => code === category.code)[2];
    if (!example) continue;
    const practice = uuidv7();
    rows.entries.push({ id: practice, category: category.id, entry: example.id });
    // The agreed marks are those of a judge without a tendency.
    const even = { id: '', severity: 0, expertise: [] };
    const agreed = makeMarks(`agreed ${place}`, { seed: `practice ${place}` }, even, round, remarks, 1);
    for (const { criterion, value, comment } of agreed.marks)
      rows.marks.push({ id: uuidv7(), practice, criterion, value, reason: comment });
    for (const [i, judge] of judges.entries()) {
      if (!judge.expertise.includes(category.code) || i % 5 === 3) continue;
      const own = makeMarks(`practice ${place} ${i}`, { seed: `practice ${place}` }, judge, round, remarks);
      rows.sheets.push({
        id: uuidv7(),
        practice,
        judge: judge.id,
        seconds: own.seconds,
        marks: own.marks.map(({ criterion, value }) => ({ criterionId: criterion, value })),
      });
    }
  }
  await run.run(store, { round: round.id, ...rows }, { at: round.opensAt });
}

const anchor = useCase(
  'anchorsSeed',
  async (tx, { round, entries }: { readonly round: string; readonly entries: readonly string[] }) => {
    const rows = entries.map((entry) => ({ id: uuidv7(), entry }));
    const stored = await tx.execute(
      sql`insert into anchor (id, round_id, entry_id, judges, created_at) select g.id, ${round}::uuid, g.entry, ${ANCHOR_JUDGES}::int, ${tx.now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, entry uuid)`,
      { type: 'Anchor', id: round, kind: 'create', after: { entries: [...entries] } },
    );
    return { stored };
  },
);

/** One entry of some categories is an anchor, before the round is assigned. */
export async function seedAnchors(run: SeedRun, edition: SeedEdition, round: SeedRound): Promise<void> {
  const byCategory = [...Map.groupBy(edition.entries, ({ category }) => category).values()];
  const entries = ANCHORED.flatMap((place) => byCategory[place]?.[1]?.id ?? []);
  await run.run(anchor, { round: round.id, entries }, { at: edition.beforeReview });
}
