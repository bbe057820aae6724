import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { givenDocument, givenTable } from '../../platform/given-data.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';

interface GivenExemplar {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly organisation: string;
  readonly region: string;
  readonly award: string;
  readonly year: number | null;
  readonly summary: string;
  readonly points: readonly string[];
  readonly titleEn: string | null;
  readonly summaryEn: string | null;
  readonly pointsEn: readonly string[];
}

interface English {
  readonly title: string;
  readonly titleEn: string;
  readonly summaryEn: string;
  readonly replicablePointsEn: readonly string[];
}

const HEADINGS = [
  'category',
  'title',
  'organisation',
  'region',
  'award',
  'year',
  'summary',
  'replicablePoints',
] as const;

/** The compiled exemplary projects as the source has them, with their English. */
async function givenExemplars(): Promise<readonly GivenExemplar[]> {
  const rows = await givenTable('exemplars.csv', HEADINGS);
  const english = new Map(
    (await givenDocument<readonly English[]>('exemplars.en.json')).map((one) => [one.title, one]),
  );
  return rows.map((row) => {
    if (!(row.category in CATEGORIES)) throw new Error(`exemplars.csv: no category ${row.category}`);
    const { titleEn = null, summaryEn = null, replicablePointsEn = [] } = english.get(row.title) ?? {};
    const points = row.replicablePoints.split('；').flatMap((point) => point.trim() || []);
    const year = row.year === '' ? null : Number(row.year);
    return { ...row, id: uuidv7(), year, points, titleEn, summaryEn, pointsEn: replicablePointsEn };
  });
}

const store = useCase('exemplarsLoad', async (tx, input: { readonly projects: readonly GivenExemplar[] }) => {
  const count = await tx.execute(
    sql`insert into exemplar_project (id, created_at, updated_at, version, category, title, title_en, organisation, region,
        award, year, summary, summary_en, replicable_points, replicable_points_en)
      select g.id, ${tx.now}, ${tx.now}, 1, g.category, g.title, g."titleEn", g.organisation, g.region,
        g.award, g.year, g.summary, g."summaryEn", array(select jsonb_array_elements_text(g.points)),
        array(select jsonb_array_elements_text(g."pointsEn"))
      from jsonb_to_recordset(${JSON.stringify(input.projects)}::jsonb)
        as g(id uuid, category text, title text, "titleEn" text, organisation text, region text, award text, year int,
          summary text, "summaryEn" text, points jsonb, "pointsEn" jsonb)
      on conflict (title, organisation) do nothing`,
    {
      type: 'ExemplarProject',
      id: input.projects[0]?.id ?? '',
      kind: 'create',
      after: { projects: input.projects.length },
    },
  );
  return { count };
});

/** Loads the exemplary projects that are missing; what coordinators wrote about the others stays. */
export async function loadExemplars(run: SeedRun): Promise<void> {
  const given = await givenExemplars();
  const stored = await run.read(
    sql<{ key: string }>`select title || chr(10) || organisation as key from exemplar_project`,
  );
  const known = new Set(stored.map(({ key }) => key));
  const projects = given.filter(({ title, organisation }) => !known.has(`${title}\n${organisation}`));
  if (projects.length === 0) return;
  await run.run(store, { projects });
  run.say(`示范项目 Exemplary projects: ${projects.length}`);
}
