import type { PublicStatistics } from '@xinghuo/shared/judging/publication/public-statistics';
import type { Publication } from '@xinghuo/shared/judging/publication/publication';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../platform/write/tx.ts';

/** Statistics in the words of the contract. */
function statisticsOf({ categories, rounds, ...whole }: PublicStatistics): object {
  return {
    ...whole,
    categories: categories.map(({ category, ...counts }) => ({ categoryId: category, ...counts })),
    rounds: rounds.map(({ round, agreement, ...counts }) => ({ roundId: round, ...counts, ...agreement })),
  };
}

/** Stores what is published with a result that was just stored. It never changes; it goes with its result. */
export async function storePublication(tx: Tx, resultId: string, publication: Publication): Promise<void> {
  const id = uuidv7();
  const { digest, bundle, groups, judges, entries } = publication;
  await tx.execute(
    sql`insert into result_publication (id, result_id, digest, bundle, statistics, groups, judge_codes)
      values (${id}, ${resultId}, ${digest}, ${bundle}, ${JSON.stringify(statisticsOf(publication.statistics))}::jsonb, ${JSON.stringify(groups)}::jsonb, ${JSON.stringify(judges)}::jsonb)`,
    { type: 'ResultPublication', id, kind: 'create', after: { result: resultId, digest } },
  );
  const rows = entries.map((entry) => ({ ...entry, id: uuidv7() }));
  await tx.execute(
    sql`insert into published_entry (id, publication_id, entry_id, code, means)
      select x.id, ${id}::uuid, x.entry, x.code, x.means from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, entry uuid, code text, means jsonb)`,
    { type: 'PublishedEntry', id, kind: 'create', after: { entries: entries.length } },
  );
}
