import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import { roundDeadline } from '../competition/index.ts';

/**
 * How many entries of a round have fewer judges than it asks for. `round` is an alias of the statement around. Judges
 * are counted for all entries at once, from an index of the live assignments.
 */
export function shortEntriesOf(round: Sql): Sql<number> {
  return sql<number>`(select count(*)::int from entry e
    left join (select a.entry_id, count(*) as judges from assignment a where a.round_id = ${round}.id and a.live group by a.entry_id) held on held.entry_id = e.id
    where ${judgedInRound(sql`e`, round)} and coalesce(held.judges, 0) < ${round}.judges_per_entry)`;
}

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

/** How many entries a presentation round judges that were drawn no turn. `round` is an alias of a statement. */
export function unplacedEntries(round: Sql): Sql<number> {
  return sql<number>`(select count(*)::int from entry unplaced where ${judgedInRound(sql`unplaced`, round)} and not exists (select 1 from presentation_slot placed where placed.round_id = ${round}.id and placed.entry_id = unplaced.id))`;
}

/**
 * Met by judges who can be there on some day of a round, from its opening to the judge's own deadline; whoever named no
 * day always can. `judge` and `round` are aliases of a statement.
 */
export function availableInRound(judge: Sql, round: Sql): Sql<boolean> {
  const day = (instant: Sql): Sql => sql`to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
  const last = roundDeadline(sql`${round}.id`, sql`${round}.closes_at`, sql`${judge}.id`);
  return sql<boolean>`(cardinality(${judge}.available_days) = 0 or exists (select 1 from unnest(${judge}.available_days) as free(day)
    where (${round}.opens_at is null or free.day >= ${day(sql`${round}.opens_at`)}) and (${last} is null or free.day <= ${day(last)})))`;
}

/** One text of everything an assignment of a round depends on: equal texts give equal plans. */
export function planFingerprint(roundId: Sql): Sql<string> {
  return sql<string>`(select md5(string_agg(part, ',' order by part)) from (
    select 'r' || fp_r.id || fp_r.state || fp_r.judges_per_entry as part from round fp_r where fp_r.id = ${roundId}
    union all select 'j' || fp_j.id || fp_j.state || fp_j.capacity || array_to_string(fp_j.expertise, ' ') || ${availableInRound(sql`fp_j`, sql`fp_r`)} from judge fp_j join round fp_r on fp_r.competition_id = fp_j.competition_id where fp_r.id = ${roundId}
    union all select 'c' || fp_c.judge_id || fp_c.entry_id from conflict fp_c join judge fp_j on fp_j.id = fp_c.judge_id join round fp_r on fp_r.competition_id = fp_j.competition_id where fp_r.id = ${roundId} and fp_c.withdrawn_at is null
    union all select 'e' || fp_e.id || fp_e.category_id from round fp_r join entry fp_e on ${judgedInRound(sql`fp_e`, sql`fp_r`)} where fp_r.id = ${roundId}
    union all select 'p' || fp_p.category_id || fp_m.judge_id from judge_panel fp_p join panel_member fp_m on fp_m.panel_id = fp_p.id where fp_p.round_id = ${roundId}
    union all select 'n' || fp_n.entry_id || coalesce(fp_n.judges, 0) from anchor fp_n where fp_n.round_id = ${roundId}
    union all select 'a' || fp_a.id || fp_a.pinned from assignment fp_a where fp_a.round_id = ${roundId} and fp_a.live
  ) parts)`;
}

/** The states of entries that a result counts: whoever came into the review and was not disqualified. */
export const COUNTED_STATES = ['IN_REVIEW', 'ADVANCED', 'ELIMINATED', 'AWARDED', 'NOT_AWARDED'] as const;
const counted = sql.join(COUNTED_STATES.map((state) => sql`${state}`));

/** One text of everything a result of an edition, or of one round of it, is computed from. */
export function resultFingerprint(competitionId: Sql, roundId: Sql): Sql<string> {
  const ofRound = sql`(${roundId} is null or fp_r.id = ${roundId})`;
  return sql<string>`(select md5(string_agg(part, ',' order by part)) from (
    select 'k' || fp_k.scoring_rule::text as part from competition fp_k where fp_k.id = ${competitionId}
    union all select 'r' || fp_r.id || fp_r.weight || fp_r.position || fp_r.state from round fp_r where fp_r.competition_id = ${competitionId} and ${ofRound}
    union all select 'c' || fp_c.id || fp_c.weight || fp_c.max from criterion fp_c join round fp_r on fp_r.id = fp_c.round_id where fp_r.competition_id = ${competitionId} and ${ofRound}
    union all select 's' || fp_s.id || fp_s.version from score_sheet fp_s join round fp_r on fp_r.id = fp_s.round_id where fp_r.competition_id = ${competitionId} and ${ofRound} and fp_s.state = 'LOCKED'
    union all select 'e' || fp_e.id || fp_e.category_id || case when ${roundId} is null and fp_e.state = 'ELIMINATED' then 'x' else '' end from entry fp_e where fp_e.competition_id = ${competitionId} and fp_e.state in (${counted})
    union all select 'a' || fp_a.id || fp_a.scope || fp_a.quota || coalesce(fp_a.minimum_total, -1) || fp_a.position || fp_a.tie_at_line from award_rule fp_a where fp_a.competition_id = ${competitionId}
    union all select 'd' || fp_d.id || fp_d.version from deliberation fp_d where fp_d.competition_id = ${competitionId}
  ) parts)`;
}
