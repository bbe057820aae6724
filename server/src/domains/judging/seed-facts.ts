import { sql } from 'kysely';
import type { RunSql } from '../../platform/read/reader.ts';

/** A round of the demonstration with its window. */
export interface SeedRound {
  readonly id: string;
  readonly judgesPerEntry: number;
  readonly advancePerCategory: number | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly criteria: readonly {
    readonly id: string;
    readonly code: string;
    readonly weight: string;
    readonly max: string;
  }[];
}

/** An edition of the demonstration as the competition's loader left it. */
export interface SeedEdition {
  readonly id: string;
  readonly state: string;
  /** Some days ahead of the first round. */
  readonly beforeReview: Date;
  readonly publicityStartsAt: Date;
  readonly publicityEndsAt: Date;
  readonly publishedAt: Date | null;
  readonly entries: readonly { readonly id: string; readonly category: string; readonly code: string }[];
  readonly rounds: readonly SeedRound[];
  readonly awards: readonly { readonly id: string; readonly scope: string; readonly position: number }[];
}

interface Row {
  readonly edition: {
    readonly id: string;
    readonly state: string;
    readonly publicityStartsAt: string;
    readonly publicityEndsAt: string;
    readonly publishedAt: string | null;
    readonly entries: SeedEdition['entries'];
    readonly rounds: readonly (Omit<SeedRound, 'opensAt' | 'closesAt'> & {
      readonly opensAt: string;
      readonly closesAt: string;
    })[];
    readonly awards: SeedEdition['awards'];
  };
}

const DAY = 86_400_000;

/** The edition in this state, if the demonstration has one. */
export async function seedEdition(read: RunSql, state: 'REVIEW' | 'CLOSED'): Promise<SeedEdition | null> {
  const [found] = await read<Row>(
    sql`select json_build_object('id', k.id, 'state', k.state, 'publicityStartsAt', k.publicity_starts_at, 'publicityEndsAt', k.publicity_ends_at, 'publishedAt', k.published_at,
      'entries', (select json_agg(json_build_object('id', e.id, 'category', e.category_id, 'code', c.code) order by e.number) from entry e join category c on c.id = e.category_id where e.competition_id = k.id and e.state = 'IN_REVIEW'),
      'rounds', (select json_agg(json_build_object('id', r.id, 'judgesPerEntry', r.judges_per_entry, 'advancePerCategory', r.advance_per_category, 'opensAt', r.opens_at, 'closesAt', r.closes_at,
        'criteria', (select json_agg(json_build_object('id', q.id, 'code', q.code, 'weight', q.weight::text, 'max', q.max::text) order by q.position) from criterion q where q.round_id = r.id)) order by r.position) from round r where r.competition_id = k.id),
      'awards', (select json_agg(json_build_object('id', w.id, 'scope', w.scope, 'position', w.position) order by w.position) from award_rule w where w.competition_id = k.id)
    ) as edition from competition k where k.state = ${state} order by k.year desc limit 1`,
  );
  if (!found) return null;
  const { edition } = found;
  const rounds = edition.rounds.map((round) => ({
    ...round,
    opensAt: new Date(round.opensAt),
    closesAt: new Date(round.closesAt),
  }));
  const first = rounds[0];
  if (!first) return null;
  return {
    ...edition,
    rounds,
    beforeReview: new Date(first.opensAt.getTime() - 5 * DAY),
    publicityStartsAt: new Date(edition.publicityStartsAt),
    publicityEndsAt: new Date(edition.publicityEndsAt),
    publishedAt: edition.publishedAt === null ? null : new Date(edition.publishedAt),
  };
}
