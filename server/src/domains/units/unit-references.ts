import { sql } from 'kysely';
import type { ImportCheck } from '../../platform/imports/index.ts';
import { References } from '../../platform/imports/index.ts';

/** Units as the cells of an imported sheet name them: by their name, Chinese or English. */
export async function unitReferences(query: ImportCheck['query']): Promise<References<string>> {
  const rows = await query(
    sql<{ id: string; name: string; name_en: string | null }>`select id, name, name_en from unit`,
  );
  return new References(
    rows.map(({ id, name, name_en }) => ({ value: id, words: name_en ? [name, name_en] : [name] })),
  );
}
