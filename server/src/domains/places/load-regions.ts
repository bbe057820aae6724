import { problem } from '@xinghuo/shared/kernel/problem';
import { levelOfCode, parentCode, type RegionLevel } from '@xinghuo/shared/places/region';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { givenTable } from '../../platform/given-data.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { ENGLISH_NAMES } from './english-names.ts';

/** A region as it will be stored. */
interface GivenRegion {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly level: RegionLevel;
  readonly parent_code: string | null;
  readonly full_name: string;
}

/** The national list of the city's regions, from the city down, each with its full name. */
export async function givenRegions(): Promise<readonly GivenRegion[]> {
  const rows = await givenTable('regions.csv', ['code', 'name', 'level', 'parentCode']);
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const full = (code: string): string => {
    const above = parentCode(code);
    const name = names.get(code) ?? '';
    return above === null || levelOfCode(above) === 'CITY' ? name : `${full(above)}${name}`;
  };
  return rows
    .map(({ code, name, level, parentCode: parent }) => {
      const found = levelOfCode(code);
      if (found !== level || (parentCode(code) ?? '') !== parent || (parent !== '' && !names.has(parent))) {
        throw new Error(`regions.csv: ${code} does not fit its level or its parent`);
      }
      const name_en = ENGLISH_NAMES[code] ?? null;
      return {
        id: uuidv7(),
        code,
        name,
        name_en,
        level: found,
        parent_code: parent || null,
        full_name: full(code),
      };
    })
    .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

const store = useCase('regionsLoad', async (tx, input: { readonly regions: readonly GivenRegion[] }) => {
  const given = JSON.stringify(input.regions);
  const count = await tx.execute(
    sql`insert into region (id, code, name, name_en, level, full_name)
      select g.id, g.code, g.name, g.name_en, g.level, g.full_name
      from jsonb_to_recordset(${given}::jsonb) as g(id uuid, code text, name text, name_en text, level text, full_name text)
      on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, full_name = excluded.full_name`,
    {
      type: 'Region',
      id: input.regions[0]?.id ?? '',
      kind: 'create',
      after: { regions: input.regions.length },
    },
  );
  await tx.query(
    sql`update region r set parent_id = above.id
      from jsonb_to_recordset(${given}::jsonb) as g(code text, parent_code text)
      join region above on above.code = g.parent_code
      where r.code = g.code and r.parent_id is distinct from above.id`,
  );
  if (count !== input.regions.length)
    tx.refuse(problem('INVALID_FORMAT', 'regions', { expected: input.regions.length }));
  return { count };
});

/** Loads the regions that are missing or named otherwise; nothing happens when all are there. */
export async function loadRegions(run: SeedRun): Promise<void> {
  const given = await givenRegions();
  const stored = await run.read(
    sql<{ code: string; name: string; full_name: string }>`select code, name, full_name from region`,
  );
  const known = new Map(stored.map((row) => [row.code, row]));
  const regions = given.filter(({ code, name, full_name }) => {
    const row = known.get(code);
    return row?.name !== name || row.full_name !== full_name;
  });
  if (regions.length === 0) return;
  await run.run(store, { regions });
  run.say(`行政区划 Regions: ${regions.length}`);
}
