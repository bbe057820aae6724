import { sql } from 'kysely';
import type { ImportCheck } from '../../platform/imports/index.ts';
import { References } from '../../platform/imports/index.ts';

/** Regions as the cells of an imported sheet name them: by code, full name, or a name that only one of them has. */
export async function regionReferences(query: ImportCheck['query']): Promise<References<string>> {
  const rows = await query(
    sql<{
      id: string;
      code: string;
      name: string;
      full_name: string;
    }>`select id, code, name, full_name from region`,
  );
  return new References(
    rows.map(({ id, code, name, full_name }) => ({ value: id, words: [code, full_name, name] })),
  );
}
