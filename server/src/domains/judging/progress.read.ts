import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import {
  type ComputedRow,
  clocked,
  computed,
  defineRead,
  expression,
  many,
  one,
  type ReadContext,
} from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import {
  Competition,
  competitionRead,
  entryRead,
  Round,
  roundDeadline,
  roundRead,
} from '../competition/index.ts';
import { dashboardLate, dashboardWaiting, nextDeadlines } from './dashboard.sql.ts';
import { availableInRound, judgedInRound, planFingerprint, shortEntriesOf } from './fingerprints.ts';
import { dashboardAccess, judgeQueueAccess, roundOversight } from './judging.access.ts';
import { judgeCodeSql } from './judging.conditions.ts';
import { assignmentPlanRead, assignmentRead, conflictRead, judgeRead } from './judging.read.ts';
import { pace } from './pace.ts';
import { anchorRead } from './practice.read.ts';

const self = (read: () => typeof roundRead) =>
  one(read, { on: (parent, child) => sql<boolean>`${child.id} = ${parent.id}` });

/** Sheets of an alias counted by where they stand. */
const COUNTS = sql`'total', count(s.id) filter (where s.state not in ('RECUSED', 'STRUCK')), 'drafts', count(s.id) filter (where s.state = 'DRAFT'), 'submitted', count(s.id) filter (where s.state in ('SUBMITTED', 'LOCKED'))`;

/** A round's row as an alias that SQL text can name. */
const ref = (row: Row): Sql => sql.raw(row.alias);

/** Besides what is shown of a category, what the whole round is summed up from: every sheet is of one category. */
const byCategory = (
  row: Row,
  now: Date,
): Sql => sql`(select coalesce(json_agg(part.line order by part.position), '[]'::json) from (
  select c.position, json_build_object('categoryId', c.id, 'code', c.code, 'title', c.title, 'titleEn', c.title_en, ${COUNTS}, 'recused', count(s.id) filter (where s.state = 'RECUSED'),
    'recent', count(s.id) filter (where s.state in ('SUBMITTED', 'LOCKED') and s.submitted_at > ${now}::timestamptz - interval '7 days'),
    'panelSize', (select count(*) from judge_panel p join panel_member m on m.panel_id = p.id where p.round_id = ${row.id} and p.category_id = c.id)) as line
  from category c
  left join (score_sheet s join entry e on e.id = s.entry_id) on e.category_id = c.id and s.round_id = ${row.id}
  where c.competition_id = ${row.col('competition')} group by c.id) part)`;

/** Sheets are counted by judge and state first, and only those few counts put together by judge. */
const byJudge = (
  row: Row,
): Sql => sql`(select coalesce(json_agg(part.line order by part.number), '[]'::json) from (
  select j.number, json_build_object('judgeId', j.id, 'code', ${judgeCodeSql(sql`j.id`)}, 'name', j.name, 'nameEn', j.name_en, 'total', held.total, 'drafts', held.drafts, 'submitted', held.submitted,
    'lastActiveAt', held.active, 'deadline', ${roundDeadline(row.id, row.col('closesAt'), sql`j.id`)}) as line
  from (select s.judge_id, coalesce(sum(s.sheets) filter (where s.state <> 'RECUSED'), 0) as total, coalesce(sum(s.sheets) filter (where s.state = 'DRAFT'), 0) as drafts,
      coalesce(sum(s.sheets) filter (where s.state in ('SUBMITTED', 'LOCKED')), 0) as submitted, max(s.active) as active
    from (select judge_id, state, count(*) as sheets, max(updated_at) filter (where started_at is not null) as active from score_sheet where round_id = ${row.id} group by judge_id, state) s group by s.judge_id) held
  join judge j on j.id = held.judge_id
  where j.competition_id = ${row.col('competition')} order by j.number limit 1000) part)`;

interface Counts {
  readonly total: number;
  readonly drafts: number;
  readonly submitted: number;
  readonly recused: number;
  readonly recent: number;
}
const sumOf = (row: ComputedRow, name: keyof Counts): number =>
  row.get<readonly Counts[]>('byCategory').reduce((sum, category) => sum + category[name], 0);
const sum = (name: keyof Counts) => computed(['byCategory'], (row) => sumOf(row, name));
const paceOf = (row: ComputedRow, { now }: ReadContext) =>
  pace({
    remaining: sumOf(row, 'total') - sumOf(row, 'submitted'),
    recent: sumOf(row, 'recent'),
    begun: row.get<string | null>('begun'),
    now,
  });
const ownCount = (name: 'total' | 'submitted') =>
  computed(['counts'], (row) => row.get<Counts>('counts')[name]);

/** How the progress of a round is read. */
export const judgingProgressRead = defineRead({
  type: 'JudgingProgress',
  entity: Round,
  access: roundOversight,
  fields: {
    round: self(() => roundRead),
    begun: expression(
      (row) =>
        sql`coalesce(${row.col('opensAt')}, (select min(s.started_at) from score_sheet s where s.round_id = ${row.id}))`,
    ),
    total: sum('total'),
    drafts: sum('drafts'),
    submitted: sum('submitted'),
    recused: sum('recused'),
    shortEntries: expression((row) => shortEntriesOf(ref(row))),
    byCategory: clocked(byCategory),
    byJudge: expression(byJudge),
    perDay: computed(['byCategory', 'begun'], (row, context) => paceOf(row, context).perDay),
    forecastAt: computed(['byCategory', 'begun'], (row, context) => paceOf(row, context).doneAt),
    replacement: one(() => assignmentPlanRead, {
      on: (round, plan) =>
        sql<boolean>`${plan.id} = (select p.id from assignment_plan p where p.round_id = ${round.id} and p.proposed and p.applied_at is null and p.fingerprint = ${planFingerprint(round.id)} order by p.created_at desc, p.id desc limit 1)`,
    }),
    asOf: computed([], (_row, { now }) => now),
  },
});

/** How the assignment board of a round is read. */
export const assignmentBoardRead = defineRead({
  type: 'AssignmentBoard',
  entity: Round,
  access: roundOversight,
  fields: {
    round: self(() => roundRead),
    categories: expression(
      (
        row,
      ) => sql`(select coalesce(json_agg(json_build_object('categoryId', c.id, 'code', c.code, 'title', c.title, 'titleEn', c.title_en,
        'entries', (select count(*) from entry e where e.category_id = c.id and ${judgedInRound(sql`e`, ref(row))}),
        'panelJudgeIds', (select coalesce(json_agg(m.judge_id), '[]'::json) from judge_panel p join panel_member m on m.panel_id = p.id where p.round_id = ${row.id} and p.category_id = c.id))
        order by c.position), '[]'::json) from category c where c.competition_id = ${row.col('competition')})`,
    ),
    entries: many(() => entryRead, {
      on: (round, entry) => judgedInRound(sql.raw(entry.alias), ref(round)),
      order: (entry) => sql`${entry.col('number')}, ${entry.id}`,
      limit: 10_000,
    }),
    judges: many(() => judgeRead, {
      on: (round, judge) =>
        sql<boolean>`${judge.col('competition')} = ${round.col('competition')} and ${judge.col('state')} <> 'WITHDRAWN'`,
      order: (judge) => sql`${judge.col('number')}`,
      limit: 1000,
    }),
    assignments: many(() => assignmentRead, {
      on: (round, assignment) =>
        sql<boolean>`${assignment.col('round')} = ${round.id} and ${assignment.col('live')}`,
      order: (assignment) => sql`${assignment.col('entry')}, ${assignment.id}`,
      limit: 100_000,
    }),
    anchors: many(() => anchorRead, {
      by: 'round',
      order: (anchor) => sql`${anchor.col('createdAt')}, ${anchor.id}`,
      limit: 200,
    }),
    loads: expression(
      (row) => sql`(select coalesce(json_agg(part.line order by part.number), '[]'::json) from (
        select j.number, json_build_object('judgeId', j.id, 'capacity', j.capacity, 'available', ${availableInRound(sql`j`, ref(row))}, 'assigned', count(s.id), 'submitted', count(s.id) filter (where s.state in ('SUBMITTED', 'LOCKED'))) as line
        from judge j left join score_sheet s on s.judge_id = j.id and s.round_id = ${row.id} and s.state <> 'RECUSED'
        where j.competition_id = ${row.col('competition')} and j.state <> 'WITHDRAWN' group by j.id) part)`,
    ),
    conflicts: many(() => conflictRead, {
      on: (round, conflict) =>
        sql<boolean>`${conflict.col('withdrawnAt')} is null and exists (select 1 from judge j where j.id = ${conflict.col('judge')} and j.competition_id = ${round.col('competition')})`,
      order: (conflict) => sql`${conflict.id}`,
      limit: 20_000,
    }),
    problems: expression(
      (row) => sql`(select coalesce(json_agg(found.line), '[]'::json) from (
        select json_build_object('code', 'ENTRY_SHORT_OF_JUDGES', 'path', '[]'::json, 'params', json_build_object('entry', e.id, 'assigned', count(a.id), 'wanted', ${row.col('judgesPerEntry')})) as line
          from entry e left join assignment a on a.entry_id = e.id and a.round_id = ${row.id} and a.live
          where ${judgedInRound(sql`e`, ref(row))} group by e.id having count(a.id) < ${row.col('judgesPerEntry')}
        union all
        select json_build_object('code', 'JUDGE_OVER_CAPACITY', 'path', '[]'::json, 'params', json_build_object('judge', j.id, 'assigned', count(a.id), 'capacity', j.capacity))
          from judge j join assignment a on a.judge_id = j.id and a.round_id = ${row.id} and a.live
          group by j.id having count(a.id) > j.capacity
        union all
        select json_build_object('code', 'JUDGE_NOT_AVAILABLE', 'path', '[]'::json, 'params', json_build_object('judge', j.id))
          from judge j where exists (select 1 from assignment a where a.judge_id = j.id and a.round_id = ${row.id} and a.live) and not ${availableInRound(sql`j`, ref(row))}) found)`,
    ),
  },
});

/** Sheets of the viewer's own judge rows in the edition. */
const ownSheets = (row: Row, accountId: string | null): Sql =>
  sql`score_sheet s join judge j on j.id = s.judge_id and j.account_id = ${accountId} where s.round_id = ${row.id} and s.state <> 'RECUSED'`;

/** How a judge's own queue is read. */
export const judgeQueueRead = defineRead({
  type: 'JudgeQueue',
  entity: Round,
  access: judgeQueueAccess,
  fields: {
    round: self(() => roundRead),
    year: expression(
      (row) =>
        sql`(select edition.year from competition edition where edition.id = ${row.col('competition')})`,
    ),
    deadline: expression((row, { viewer }) =>
      roundDeadline(
        row.id,
        row.col('closesAt'),
        sql`(select own.id from judge own where own.competition_id = ${row.col('competition')} and own.account_id = ${viewer.accountId} limit 1)`,
      ),
    ),
    counts: expression(
      (row, { viewer }) =>
        sql`(select json_build_object(${COUNTS}) from ${ownSheets(row, viewer.accountId)})`,
    ),
    assigned: ownCount('total'),
    submitted: ownCount('submitted'),
    nextSheetId: expression(
      (
        row,
        { viewer },
      ) => sql`(select s.id from ${ownSheets(row, viewer.accountId)} and s.state in ('ASSIGNED', 'DRAFT')
        order by s.state desc, (select a.position from assignment a where a.id = s.assignment_id) limit 1)`,
    ),
    categories: expression(
      (row, { viewer }) => sql`(select coalesce(json_agg(part.line order by part.position), '[]'::json) from (
        select c.position, json_build_object('categoryId', c.id, 'code', c.code, 'title', c.title, 'titleEn', c.title_en,
          'assigned', count(*), 'drafts', count(*) filter (where own.state = 'DRAFT'), 'submitted', count(*) filter (where own.state in ('SUBMITTED', 'LOCKED')),
          'average', round(avg(own.total) filter (where own.state in ('SUBMITTED', 'LOCKED')), 2)::text) as line
        from (select s.* from ${ownSheets(row, viewer.accountId)}) own join entry e on e.id = own.entry_id join category c on c.id = e.category_id
        group by c.id) part)`,
    ),
  },
});

/** How the dashboard of an edition is read. */
export const dashboardRead = defineRead({
  type: 'CompetitionDashboard',
  entity: Competition,
  access: dashboardAccess,
  fields: {
    competition: self(() => competitionRead),
    entriesByState: expression(
      (
        row,
      ) => sql`(select coalesce(json_agg(json_build_object('state', part.state, 'count', part.entries) order by part.state), '[]'::json)
        from (select e.state, count(*) as entries from entry e where e.competition_id = ${row.id} group by e.state) part)`,
    ),
    entriesByCategory: expression(
      (
        row,
      ) => sql`(select coalesce(json_agg(json_build_object('categoryId', c.id, 'title', c.title, 'titleEn', c.title_en,
        'count', (select count(*) from entry e where e.category_id = c.id and e.state not in ('DRAFT', 'WITHDRAWN'))) order by c.position), '[]'::json)
        from category c where c.competition_id = ${row.id})`,
    ),
    waiting: clocked(dashboardWaiting),
    late: clocked(dashboardLate),
    progress: one(() => judgingProgressRead, {
      on: (edition, round) =>
        sql<boolean>`${round.id} = (select begun.id from round begun where begun.competition_id = ${edition.id} and begun.state <> 'PLANNED' order by begun.position desc limit 1)`,
    }),
    nextDeadlines: clocked(nextDeadlines),
  },
});
