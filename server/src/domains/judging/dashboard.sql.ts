import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import type { Row } from '../../platform/read/row.ts';
import { entriesDeadline, roundDeadline } from '../competition/index.ts';
import { shortEntriesOf } from './fingerprints.ts';

/** Lines `kind, count, round_id` as JSON, without those that are zero. */
const items = (lines: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('kind', item.kind, 'count', item.count, 'roundId', item.round_id) order by item.place), '[]'::json) from (${lines}) item(place, kind, count, round_id) where item.count > 0)`;

/** What of an edition waits for the office; judges of a round are missed once it is open or opens within thirty days. */
export function dashboardWaiting(row: Row, now: Date): Sql {
  const edition = row.id;
  return items(sql`
    select 1, 'ENTRIES_TO_SCREEN', (select count(*) from entry e where e.competition_id = ${edition} and e.state = 'SUBMITTED'), null::uuid
    union all select 2, 'ENTRIES_RETURNED', (select count(*) from entry e where e.competition_id = ${edition} and e.state = 'RETURNED'), null
    union all select 3, 'JUDGES_TO_INVITE', (select count(*) from judge j where j.competition_id = ${edition} and j.state = 'INVITED' and j.invited_at is null), null
    union all select 4, 'ENTRIES_SHORT_OF_JUDGES', ${shortEntriesOf(sql`r`)}, r.id
      from round r where r.competition_id = ${edition} and (r.state = 'OPEN' or r.state = 'PLANNED' and (r.opens_at is null or r.opens_at < ${now}::timestamptz + interval '30 days'))
    union all select 5, 'OBJECTIONS_TO_DECIDE', (select count(*) from objection o where o.competition_id = ${edition} and o.state = 'RECEIVED'), null
    union all select 6, 'TIES_TO_DECIDE', (select count(*) from result t join result_row rr on rr.result_id = t.id where t.competition_id = ${edition} and t.round_id is null and t.official and 'UNDECIDED' = any(rr.flags)), null`);
}

/** What of an edition is late by the clock. */
export function dashboardLate(row: Row, now: Date): Sql {
  const edition = row.id;
  return items(sql`
    select 1, 'SCREENING_OVERDUE', (select count(*) from entry e where e.competition_id = ${edition} and e.state = 'SUBMITTED' and ${row.col('screeningCloseAt')} < ${now}::timestamptz), null::uuid
    union all select 2, 'RETURNS_OVERDUE', (select count(*) from entry e where e.competition_id = ${edition} and e.state = 'RETURNED' and e.resubmit_until < ${now}::timestamptz), null
    union all select 3, 'SHEETS_OVERDUE', (select coalesce(sum(held.sheets), 0) from (select s.judge_id, count(*) as sheets from score_sheet s where s.round_id = r.id and s.state in ('ASSIGNED', 'DRAFT') group by s.judge_id) held
        where ${roundDeadline(sql`r.id`, sql`r.closes_at`, sql`held.judge_id`)} < ${now}::timestamptz), r.id
      from round r where r.competition_id = ${edition} and r.state = 'OPEN'`);
}

/** The next five deadlines of an edition. */
export function nextDeadlines(row: Row, now: Date): Sql {
  const edition = row.id;
  return sql`(select coalesce(json_agg(json_build_object('kind', due.kind, 'at', due.at, 'roundId', due.round_id) order by due.at), '[]'::json) from (
    select * from (
      select 'ENTRIES_CLOSE' as kind, ${entriesDeadline(edition, row.col('entriesCloseAt'))} as at, null::uuid as round_id
      union all select 'SCREENING_CLOSE', ${row.col('screeningCloseAt')}, null
      union all select 'ROUND_OPENS', r.opens_at, r.id from round r where r.competition_id = ${edition} and r.state = 'PLANNED'
      union all select 'ROUND_CLOSES', ${roundDeadline(sql`r.id`, sql`r.closes_at`, sql`null::uuid`)}, r.id from round r where r.competition_id = ${edition} and r.state <> 'LOCKED'
      union all select 'PUBLICITY_ENDS', ${row.col('publicityEndsAt')}, null
    ) every where every.at > ${now}::timestamptz order by every.at limit 5) due)`;
}
