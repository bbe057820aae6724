import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Search from two characters on, the length of most Chinese words.
 *
 * A trigram index (pg_trgm) does not help there: two characters make no trigram, and the planner reads the whole
 * table (50,000 rows: 8 ms on the embedded engine). The index to create is over pairs of neighbouring characters:
 *
 *     create index entry_title_search on entry using gin (search_bigrams(title))
 *
 * (0.05 ms for the same question). `search_bigrams` and `search_text` are functions of the first migration: one case,
 * one width of letters and digits. The pairs alone would also find texts that hold them in another order, hence the
 * second half of the condition.
 *
 * @param text the indexed expression, exactly as in the index
 * @param term what was typed; a single character is found too, without help of the index
 */
export function containsText(text: Expression<string | null>, term: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(search_bigrams(${text}) @> search_bigrams(${term}::text)
    and strpos(search_text(${text}), search_text(${term}::text)) > 0)`;
}
