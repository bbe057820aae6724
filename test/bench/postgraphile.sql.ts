import { DASHBOARD } from './hand/statements.ts';

const LATEST = `(select r.id from round r where r.competition_id = e.competition_id and r.state <> 'PLANNED' order by r.position desc limit 1)`;
const DONE = `from score_sheet s where s.entry_id = e.id and s.state in ('SUBMITTED', 'LOCKED') and s.round_id = ${LATEST}`;

/**
 * What the other two sides need in the database besides the product's tables: the audit table of their writes, with
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
  `create function competition_dashboard(edition uuid) returns json language sql stable as $$ ${DASHBOARD.replaceAll('EDITION', 'edition')} $$`,
  `create function submit_sheet(account uuid, sheet uuid, expected int, marks jsonb, remark text, seconds int) returns score_sheet language plpgsql volatile as $$
  declare
    held score_sheet%rowtype;
    stage round%rowtype;
    before jsonb;
    given numeric;
    missing int;
    at timestamptz := clock_timestamp();
  begin
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
    select sum(c.weight * m.value / c.max), count(*) filter (where m.value is null) into given, missing
      from criterion c left join mark m on m.criterion_id = c.id and m.sheet_id = sheet where c.round_id = held.round_id;
    if missing > 0 then raise exception 'MARKS_INCOMPLETE'; end if;
    update score_sheet set state = 'SUBMITTED', remark = btrim(submit_sheet.remark), total = round(given, 4), submitted_at = at, seconds_spent = seconds_spent + seconds,
      started_at = coalesce(started_at, at), updated_at = at, version = version + 1 where id = sheet returning * into held;
    insert into benchmark_audit_event (id, at, account_id, actor, via, operation, subject_type, subject_id, changes)
      values (uuidv7(), at, account, 'judge', 'session', 'scoreSheetSubmit', 'ScoreSheet', sheet, jsonb_build_array(
        jsonb_build_object('type', 'Mark', 'id', sheet, 'kind', 'update', 'after', jsonb_build_object('marks', submit_sheet.marks)),
        jsonb_build_object('type', 'ScoreSheet', 'id', sheet, 'kind', 'update', 'before', before, 'after', jsonb_build_object('state', 'SUBMITTED', 'total', held.total, 'submittedAt', at, 'remark', held.remark))));
    perform pg_notify('xinghuo', jsonb_build_object('topic', 'judging.changed', 'payload', jsonb_build_object('roundId', held.round_id))::text);
    return held;
  end $$`,
];
