import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import type { Row } from '../../platform/read/row.ts';
import { entriesDeadline } from './deadlines.ts';
import { competitionGates as gates } from './extensions.ts';

/** Params when the condition holds, null otherwise. */
const when = (condition: Sql, params: Sql = sql`jsonb_build_object()`): Sql =>
  sql`case when ${condition} then ${params} end`;
const missing = (row: Row, property: string): Sql =>
  when(sql`${row.col(property)} is null`, sql`jsonb_build_object('field', ${property}::text)`);
const iso = (instant: Sql): Sql =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const entriesIn = (row: Row, states: Sql): Sql =>
  sql`(select count(*)::int from entry waiting where waiting.competition_id = ${row.id} and waiting.state in (${states}))`;
const whenEntries = (row: Row, states: Sql): Sql =>
  sql`(select jsonb_build_object('count', found.n) from (select ${entriesIn(row, states)} as n) found where found.n > 0)`;

/** The first date of an edition that lies before one that must precede it, as params, or null. */
export function datesOutOfOrder(row: Row): Sql {
  return sql`(select jsonb_build_object('earlier', dated.name, 'later', dated.next_name) from (
      select listed.name, listed.at, lead(listed.name) over (order by listed.place) as next_name, lead(listed.at) over (order by listed.place) as next_at
      from (
        select 'entriesOpenAt' as name, ${row.col('entriesOpenAt')} as at, 0 as place
        union all select 'entriesCloseAt', ${row.col('entriesCloseAt')}, 1
        union all select 'screeningCloseAt', ${row.col('screeningCloseAt')}, 2
        union all select 'rounds.' || (planned.position - 1) || '.opensAt', planned.opens_at, 10 + planned.position * 2 from round planned where planned.competition_id = ${row.id}
        union all select 'rounds.' || (planned.position - 1) || '.closesAt', planned.closes_at, 11 + planned.position * 2 from round planned where planned.competition_id = ${row.id}
        union all select 'publicityStartsAt', ${row.col('publicityStartsAt')}, 1000
        union all select 'publicityEndsAt', ${row.col('publicityEndsAt')}, 1001
      ) listed where listed.at is not null
    ) dated where dated.next_at < dated.at limit 1)`;
}

const add = (
  event: Parameters<typeof gates.add>[0]['event'],
  code: string,
  refuses: (row: Row, now: Date) => Sql,
  path?: string,
) => gates.add({ event, code, refuses, ...(path ? { path } : {}) });

add(
  'open',
  'CATEGORIES_MISSING',
  (row) => when(sql`not exists (select 1 from category c where c.competition_id = ${row.id})`),
  'categories',
);
add(
  'open',
  'ROUNDS_MISSING',
  (row) => when(sql`not exists (select 1 from round r where r.competition_id = ${row.id})`),
  'rounds',
);
add(
  'open',
  'CRITERIA_MISSING',
  (row) =>
    sql`(select jsonb_build_object('round', r.title, 'roundEn', r.title_en) from round r where r.competition_id = ${row.id} and not exists (select 1 from criterion c where c.round_id = r.id) order by r.position limit 1)`,
  'rounds',
);
for (const field of ['entriesOpenAt', 'entriesCloseAt'])
  add('open', 'DATES_MISSING', (row) => missing(row, field), field);
add('open', 'DATES_OUT_OF_ORDER', datesOutOfOrder);
add('open', 'DEADLINE_PASSED', (row, now) =>
  when(
    sql`${row.col('entriesCloseAt')} <= ${now}::timestamptz`,
    sql`jsonb_build_object('deadline', ${iso(row.col('entriesCloseAt'))})`,
  ),
);

add(
  'returnToDraft',
  'ENTRIES_EXIST',
  (row) =>
    sql`(select jsonb_build_object('count', found.n) from (select count(*)::int as n from entry e where e.competition_id = ${row.id}) found where found.n > 0)`,
);

add('startScreening', 'DEADLINE_AHEAD', (row, now) => {
  const deadline = entriesDeadline(row.id, row.col('entriesCloseAt'));
  return sql`(select jsonb_build_object('until', ${iso(sql`due.at`)}) from (select ${deadline} as at) due where due.at > ${now}::timestamptz)`;
});

add(
  'startReview',
  'ROUND_NOT_LOCKED',
  (row) =>
    sql`(select jsonb_build_object('round', r.title, 'roundEn', r.title_en) from round r where r.competition_id = ${row.id} and r.state = 'OPEN' limit 1)`,
);
add('startReview', 'ROUNDS_MISSING', (row) =>
  when(
    sql`not exists (select 1 from round r where r.competition_id = ${row.id} and r.state in ('PLANNED', 'OPEN'))`,
  ),
);
add(
  'startReview',
  'DATES_MISSING',
  (row) =>
    sql`(select jsonb_build_object('field', 'rounds.' || (r.position - 1) || '.closesAt') from (select * from round n where n.competition_id = ${row.id} and n.state = 'PLANNED' order by n.position limit 1) r where r.closes_at is null)`,
);
add('startReview', 'ENTRIES_UNSCREENED', (row) => whenEntries(row, sql`'SUBMITTED', 'RETURNED'`));
add(
  'startReview',
  'ENTRIES_UNDECIDED',
  (row) =>
    sql`case when not exists (select 1 from round r where r.competition_id = ${row.id} and r.state = 'OPEN') then ${whenEntries(row, sql`'IN_REVIEW'`)} end`,
);
add('startReview', 'ENTRIES_MISSING', (row) =>
  when(
    sql`${entriesIn(row, sql`case when ${row.col('state')} = 'SCREENING' then 'ELIGIBLE' else 'ADVANCED' end, 'IN_REVIEW'`)} = 0`,
  ),
);

add(
  'startDeliberation',
  'ROUND_NOT_LOCKED',
  (row) =>
    sql`(select jsonb_build_object('round', r.title, 'roundEn', r.title_en) from round r where r.competition_id = ${row.id} and r.state <> 'LOCKED' order by r.position limit 1)`,
);

for (const field of ['publicityStartsAt', 'publicityEndsAt'])
  add('publicise', 'DATES_MISSING', (row) => missing(row, field), field);
add(
  'publicise',
  'DEADLINE_PASSED',
  (row, now) =>
    when(
      sql`${row.col('publicityEndsAt')} <= ${now}::timestamptz`,
      sql`jsonb_build_object('deadline', ${iso(row.col('publicityEndsAt'))})`,
    ),
  'publicityEndsAt',
);

add('close', 'DEADLINE_AHEAD', (row, now) =>
  when(
    sql`${row.col('publicityEndsAt')} > ${now}::timestamptz`,
    sql`jsonb_build_object('until', ${iso(row.col('publicityEndsAt'))})`,
  ),
);
