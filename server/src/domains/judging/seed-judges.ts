import type { CategoryCode } from '@xinghuo/shared/competition/category';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { givenDocument } from '../../platform/given-data.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';
import type { SeedEdition } from './seed-facts.ts';

interface GivenJudge {
  readonly name: string;
  readonly nameEn: string;
  readonly organisation: string;
  readonly title: string;
  readonly expertise: readonly CategoryCode[];
  /** The tendency, in points of 100. */
  readonly severity: number;
  readonly unit: string | null;
}

/** A judge of the demonstration with the tendency that its sheets are made from. */
export interface SeedJudge {
  readonly id: string;
  readonly severity: number;
  readonly expertise: readonly string[];
}

const CAPACITY = 16;

const store = useCase(
  'judgesSeed',
  async (
    tx,
    {
      edition,
      judges,
    }: { readonly edition: SeedEdition; readonly judges: readonly (GivenJudge & { readonly id: string })[] },
  ) => {
    const rows = judges.map((judge, i) => ({
      ...judge,
      number: i + 1,
      email: `${judge.nameEn.toLowerCase().replace(/[^a-z]+/g, '.')}@judges.demo.xinghuo`,
    }));
    const stored = await tx.execute(
      sql`insert into judge (id, created_at, updated_at, version, competition_id, number, email, name, name_en, organisation, title, unit_id, expertise, capacity, state, invited_at)
      select g.id, ${tx.now}::timestamptz, ${tx.now}::timestamptz, 1, ${edition.id}::uuid, g.number, g.email, g.name, g."nameEn", g.organisation, g.title, u.id,
        array(select jsonb_array_elements_text(g.expertise)), ${CAPACITY}::int, 'ACTIVE', ${tx.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, number int, email text, name text, "nameEn" text, organisation text, title text, unit text, expertise jsonb)
      left join unit u on u.name = g.unit`,
      {
        type: 'Judge',
        id: edition.id,
        kind: 'create',
        after: { competition: edition.id, judges: judges.length },
      },
    );
    return { stored };
  },
);

/** Lists the first `count` judges of the demonstration in an edition, some days before it is judged. */
export async function seedJudges(
  run: SeedRun,
  edition: SeedEdition,
  count: number,
): Promise<readonly SeedJudge[]> {
  const given = await givenDocument<readonly GivenJudge[]>('judges.json');
  const judges = given.slice(0, count).map((judge) => ({ ...judge, id: uuidv7() }));
  await run.run(store, { edition, judges }, { at: edition.beforeReview });
  return judges;
}

const storeConflicts = useCase(
  'conflictsSeed',
  async (tx, { edition, rows }: { readonly edition: SeedEdition; readonly rows: readonly object[] }) => {
    const stored = await tx.execute(
      sql`insert into conflict (id, judge_id, entry_id, source, reason, created_at)
      select g.id, g.judge, g.entry, g.source, g.reason, ${tx.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, judge uuid, entry uuid, source text, reason text)
      where not exists (select 1 from conflict c where c.judge_id = g.judge and c.entry_id = g.entry)`,
      {
        type: 'Conflict',
        id: edition.id,
        kind: 'create',
        after: { competition: edition.id, rows: rows.length },
      },
    );
    return { stored };
  },
);

/** Conflicts that judges declared and the office entered, one entry each; what can be found is found by its own step. */
export async function seedConflicts(
  run: SeedRun,
  edition: SeedEdition,
  judges: readonly SeedJudge[],
): Promise<void> {
  const { conflicts } = await givenDocument<{
    readonly conflicts: readonly { readonly kind: string; readonly reason: string }[];
  }>('remarks.json');
  const told = conflicts.filter(({ kind }) => kind !== 'SAME_UNIT');
  const rows = told.flatMap(({ reason }, i) => {
    const judge = judges[(i * 4 + 1) % judges.length];
    // An entry the judge could be given: of a category they know.
    const known = edition.entries.filter(({ code }) => judge?.expertise.includes(code));
    const entry = known[(i * 5) % Math.max(1, known.length)];
    return judge && entry
      ? [
          {
            id: uuidv7(),
            judge: judge.id,
            entry: entry.id,
            source: i % 3 === 0 ? 'ENTERED' : 'DECLARED',
            reason,
          },
        ]
      : [];
  });
  await run.run(storeConflicts, { edition, rows }, { at: edition.beforeReview });
}
