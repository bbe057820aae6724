import { DASHBOARD } from './hand/statements.ts';

const LATEST = `(select r.id from round r where r.competition_id = e.competition_id and r.state <> 'PLANNED' order by r.position desc limit 1)`;
const DONE = `from score_sheet s where s.entry_id = e.id and s.state in ('SUBMITTED', 'LOCKED') and s.round_id = ${LATEST}`;

/**
 * Submitting a sheet as one function. It runs as whoever calls it, or, where row-level security decides, as its owner:
 * that is faster, because it spares it the policies inside, and it then holds the account against the session's by
 * itself.
 */
const submitSheet = (schema: string, as: 'invoker' | 'definer', demand: string): string =>
  `create function ${schema}.submit_sheet(account uuid, sheet uuid, expected int, marks jsonb, remark text, seconds int) returns score_sheet language plpgsql volatile security ${as} as $$
  declare
    held score_sheet%rowtype;
    stage round%rowtype;
    before jsonb;
    given numeric;
    missing int;
    ill int;
    at timestamptz := clock_timestamp();
  begin
    ${demand}
    select s.* into held from score_sheet s join judge j on j.id = s.judge_id where s.id = sheet and j.account_id = account for update of s;
    if not found then raise exception 'NOT_FOUND'; end if;
    if held.version <> expected then raise exception 'STALE_VERSION'; end if;
    select * into stage from round where id = held.round_id;
    if held.state not in ('ASSIGNED', 'DRAFT') then raise exception 'WRONG_STATE'; end if;
    if stage.state <> 'OPEN' or stage.opens_at > at then raise exception 'ROUND_NOT_OPEN'; end if;
    if greatest(stage.closes_at, (select max(x.until) from deadline_extension x where x.round_id = stage.id and (x.judge_id is null or x.judge_id = held.judge_id))) <= at then raise exception 'DEADLINE_PASSED'; end if;
    if length(btrim(submit_sheet.remark)) < stage.remark_minimum then raise exception 'TOO_SHORT'; end if;
    before := jsonb_build_object('state', held.state, 'total', held.total);
    insert into mark (id, sheet_id, criterion_id, value, comment)
      select uuidv7(), sheet, x."criterionId", x.value, x.comment from jsonb_to_recordset(submit_sheet.marks) as x("criterionId" uuid, value numeric, comment text)
      on conflict (sheet_id, criterion_id) do update set value = excluded.value, comment = excluded.comment;
    select sum(c.weight * m.value / c.max), count(*) filter (where m.value is null), count(*) filter (where m.value < 0 or m.value > c.max or mod(m.value, c.step) <> 0) into given, missing, ill
      from criterion c left join mark m on m.criterion_id = c.id and m.sheet_id = sheet where c.round_id = held.round_id;
    if ill > 0 then raise exception 'OUT_OF_RANGE'; end if;
    if missing > 0 then raise exception 'MARKS_INCOMPLETE'; end if;
    update score_sheet set state = 'SUBMITTED', remark = btrim(submit_sheet.remark), total = round(given, 4), submitted_at = at, seconds_spent = seconds_spent + seconds,
      started_at = coalesce(started_at, at), updated_at = at, version = version + 1 where id = sheet returning * into held;
    insert into benchmark_audit_event (id, at, account_id, actor, via, operation, subject_type, subject_id, changes)
      values (uuidv7(), at, account, 'judge', 'session', 'scoreSheetSubmit', 'ScoreSheet', sheet, jsonb_build_array(
        jsonb_build_object('type', 'Mark', 'id', sheet, 'kind', 'update', 'after', jsonb_build_object('marks', submit_sheet.marks)),
        jsonb_build_object('type', 'ScoreSheet', 'id', sheet, 'kind', 'update', 'before', before, 'after', jsonb_build_object('state', 'SUBMITTED', 'total', held.total, 'submittedAt', at, 'remark', held.remark))));
    perform pg_notify('xinghuo', jsonb_build_object('topic', 'judging.changed', 'payload', jsonb_build_object('roundId', held.round_id))::text);
    return held;
  end $$`;

/** The two functions in a schema, named without it. `demand` of the submission, `office` of the dashboard: who may. */
const functionsIn = (
  schema: string,
  as: 'invoker' | 'definer',
  { demand, office }: { readonly demand: string; readonly office: string },
): readonly string[] => [
  `create schema ${schema}`,
  submitSheet(schema, as, demand),
  `create function ${schema}.competition_dashboard(edition uuid) returns json language sql stable security ${as} as $$ select (${DASHBOARD.replaceAll('EDITION', 'edition')}) where ${office} $$`,
  `comment on function ${schema}.submit_sheet is '@name submitSheet'`,
  `comment on function ${schema}.competition_dashboard is '@name competitionDashboard'`,
];

/**
 * What the other sides need in the database besides the product's tables: the audit table of their writes, with
 * the indexes and the trigger of the product's (whose own log is sealed in the background and stays the product's),
 * and what a user of PostGraphile would add: smart tags for orders, computed columns, a function for the dashboard
 * and one for submitting a sheet, which does in one call what the other sides do in several.
 */
export const EXTRAS: readonly string[] = [
  `create table benchmark_audit_event (like audit_event including all)`,
  `create trigger append_only before update or delete on benchmark_audit_event for each row execute function refuse_change()`,
  `comment on table benchmark_audit_event is '@behavior -*'`,
  `comment on column entry.updated_at is '@behavior orderBy'`,
  `comment on column criterion.position is '@behavior orderBy'`,
  `create function entry_mean_score(e entry) returns text language sql stable as $$ select round(avg(s.total), 2)::text ${DONE} $$`,
  `create function entry_sheets_submitted(e entry) returns int language sql stable as $$ select count(*)::int ${DONE} $$`,
  ...functionsIn('open', 'invoker', { demand: '', office: 'true' }),
];

/** Who asks, as the server says it for each request; a subselect, so that it is found once a statement. */
const ME = `(select current_setting('benchmark.account')::uuid)`;
const OFFICE = `(select current_setting('benchmark.role') = 'COORDINATOR')`;
const OWN_JUDGES = `(select j.id from judge j where j.account_id = ${ME})`;

/** What a judge sees of a table; the office sees all of them. `true`: what everybody signed in sees. */
const JUDGE_SEES: Readonly<Record<string, string>> = {
  competition: 'true',
  category: 'true',
  round: `state <> 'PLANNED'`,
  criterion: 'true',
  award_rule: 'true',
  deadline_extension: 'true',
  team: 'true',
  judge: `account_id = ${ME}`,
  score_sheet: `judge_id in ${OWN_JUDGES}`,
  assignment: `judge_id in ${OWN_JUDGES}`,
  mark: `exists (select 1 from score_sheet s where s.id = sheet_id)`,
  entry: `exists (select 1 from score_sheet s where s.entry_id = entry.id)`,
  attachment: `exists (select 1 from entry e where e.id = entry_id)`,
  stored_file: `exists (select 1 from attachment a where a.file_id = stored_file.id)`,
  entry_revision: 'false',
  screening_note: 'false',
  result: 'false',
  result_row: 'false',
  account: `id = ${ME}`,
};

/** The role that PostGraphile takes on for a request, and what it may see; functions write. */
export const POLICIES: readonly string[] = [
  'create role benchmark_person nologin',
  ...functionsIn('secured', 'definer', {
    demand: `if account <> current_setting('benchmark.account')::uuid then raise exception 'FORBIDDEN'; end if;`,
    office: `current_setting('benchmark.role') = 'COORDINATOR'`,
  }),
  'grant usage on schema secured to benchmark_person',
  ...Object.entries(JUDGE_SEES).flatMap(([table, judge]) => [
    `alter table ${table} enable row level security`,
    `create policy sees on ${table} for select to benchmark_person using (${OFFICE} or ${judge})`,
    `grant select on ${table} to benchmark_person`,
  ]),
];
