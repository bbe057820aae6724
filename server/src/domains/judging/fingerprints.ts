import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';

/**
 * Met by entries that a round judges: while it is planned those about to enter it, while it takes marks those under
 * review, once it is locked those that were assigned. `entry` and `round` are aliases of a statement.
 */
export function judgedInRound(entry: Sql, round: Sql): Sql<boolean> {
  return sql<boolean>`(${entry}.competition_id = ${round}.competition_id and case ${round}.state
    when 'PLANNED' then ${entry}.state = case when exists (select 1 from round earlier where earlier.competition_id = ${round}.competition_id and earlier.position < ${round}.position) then 'ADVANCED' else 'ELIGIBLE' end
    when 'OPEN' then ${entry}.state = 'IN_REVIEW'
    else exists (select 1 from assignment judged where judged.entry_id = ${entry}.id and judged.round_id = ${round}.id and judged.live) end)`;
}

/** One text of everything an assignment of a round depends on: equal texts give equal plans. */
export function planFingerprint(roundId: Sql): Sql<string> {
  return sql<string>`(select md5(string_agg(part, ',' order by part)) from (
    select 'r' || r.id || r.state || r.judges_per_entry as part from round r where r.id = ${roundId}
    union all select 'j' || j.id || j.state || j.capacity || array_to_string(j.expertise, ' ') from judge j join round r on r.competition_id = j.competition_id where r.id = ${roundId}
    union all select 'c' || c.judge_id || c.entry_id from conflict c join judge j on j.id = c.judge_id join round r on r.competition_id = j.competition_id where r.id = ${roundId} and c.withdrawn_at is null
    union all select 'e' || e.id || e.category_id from round r join entry e on ${judgedInRound(sql`e`, sql`r`)} where r.id = ${roundId}
    union all select 'p' || p.category_id || m.judge_id from judge_panel p join panel_member m on m.panel_id = p.id where p.round_id = ${roundId}
    union all select 'a' || a.id || a.pinned from assignment a where a.round_id = ${roundId} and a.live
  ) parts)`;
}

/** The states of entries that a result counts: whoever came into the review and was not disqualified. */
export const COUNTED_STATES = ['IN_REVIEW', 'ADVANCED', 'ELIMINATED', 'AWARDED', 'NOT_AWARDED'] as const;
const counted = sql.join(COUNTED_STATES.map((state) => sql`${state}`));

/** One text of everything a result of an edition, or of one round of it, is computed from. */
export function resultFingerprint(competitionId: Sql, roundId: Sql): Sql<string> {
  const ofRound = sql`(${roundId} is null or r.id = ${roundId})`;
  return sql<string>`(select md5(string_agg(part, ',' order by part)) from (
    select 'k' || k.scoring_rule::text as part from competition k where k.id = ${competitionId}
    union all select 'r' || r.id || r.weight || r.position || r.state from round r where r.competition_id = ${competitionId} and ${ofRound}
    union all select 'c' || c.id || c.weight || c.max from criterion c join round r on r.id = c.round_id where r.competition_id = ${competitionId} and ${ofRound}
    union all select 's' || s.id || s.version from score_sheet s join round r on r.id = s.round_id where r.competition_id = ${competitionId} and ${ofRound} and s.state = 'LOCKED'
    union all select 'e' || e.id || e.category_id from entry e where e.competition_id = ${competitionId} and e.state in (${counted})
    union all select 'a' || a.id || a.scope || a.quota || coalesce(a.minimum_total, -1) || a.position || a.tie_at_line from award_rule a where a.competition_id = ${competitionId}
    union all select 'd' || d.id || d.version from deliberation d where d.competition_id = ${competitionId}
  ) parts)`;
}
