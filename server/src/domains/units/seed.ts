import { UNIT_KINDS, type UnitKind } from '@xinghuo/shared/units/unit';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { givenDocument } from '../../platform/given-data.ts';
import { sampleName } from '../../platform/sample-names.ts';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';

interface GivenUnit {
  readonly name: string;
  readonly nameEn: string;
  readonly party: string;
  readonly kindCode: string;
  readonly regionCode: string;
  readonly role: string;
  readonly duties: readonly string[];
}

/** The kind behind a national code. */
function kindOf(code: string): UnitKind {
  const found = (Object.keys(UNIT_KINDS) as UnitKind[]).find((kind) => UNIT_KINDS[kind].code === code);
  if (!found) throw new Error(`units.json: no kind has the code ${code}`);
  return found;
}

const store = useCase('unitsSeed', async (tx, input: { readonly units: readonly GivenUnit[] }) => {
  const rows = input.units.map((unit, index) => ({
    ...unit,
    id: uuidv7(),
    kind: kindOf(unit.kindCode),
    liaison: unit.role === 'HOST' ? null : sampleName(index),
  }));
  const count = await tx.execute(
    sql`insert into unit (id, created_at, updated_at, version, name, name_en, party, kind, role, region_id, duties, liaison_name)
      select g.id, ${tx.now}, ${tx.now}, 1, g.name, g."nameEn", g.party, g.kind, g.role, r.id,
        array(select jsonb_array_elements_text(g.duties)), g.liaison
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g(id uuid, name text, "nameEn" text, party text, kind text, role text, "regionCode" text, duties jsonb, liaison text)
      join region r on r.code = g."regionCode"
      on conflict (name) do nothing`,
    { type: 'Unit', id: rows[0]?.id ?? '', kind: 'create', after: { units: rows.length } },
  );
  return { count };
});

/** Loads the demonstration's units. They need the regions. */
export async function seedUnits(run: SeedRun): Promise<void> {
  const units = await givenDocument<readonly GivenUnit[]>('units.json');
  const { count } = await run.run(store, { units });
  run.say(`单位 Units: ${count}`);
}
