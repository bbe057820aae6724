import { Migration } from '@mikro-orm/migrations';

/**
 * What every domain's tables may rely on: exclusion constraints over scalars (btree_gist), similarity (pg_trgm), and
 * `search_bigrams` for search from two characters.
 *
 * `search_bigrams(text)` is the set of all pairs of neighbouring characters, in one case and one width. A GIN index
 * over it answers `column like '%志愿%'` from two characters on; a trigram index cannot (two characters make no
 * trigram), see the notes in platform/database/search.ts.
 */
export class Foundation extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gist');
    this.addSql('create extension if not exists pg_trgm');
    this.addSql(`create function search_text(value text) returns text
      language sql immutable parallel safe strict
      return lower(normalize(value, nfkc))`);
    this.addSql(`create function search_bigrams(value text) returns text[]
      language sql immutable parallel safe strict
      return array(
        select distinct substr(search_text(value), position, 2)
          from generate_series(1, char_length(search_text(value)) - 1) as position
      )`);
  }
}
