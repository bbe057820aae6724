import { Migration } from '@mikro-orm/migrations';

/** Tables of the judging domain. */
export class Judging extends Migration {
  override up(): void {
    this.addSql(
      `create table "result" ("id" uuid not null, "competition_id" uuid not null, "round_id" uuid null, "batch" uuid not null, "rule" jsonb not null, "official" boolean not null, "computed_at" timestamptz not null, "computed_by_id" uuid null, "inputs" text not null, "inputs_digest" text not null, "fingerprint" text not null, "result_digest" text not null, "outcome" jsonb not null, "frozen_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "result_round_id_index" on "result" ("round_id")`);
    this.addSql(`create index "result_computed_by_id_index" on "result" ("computed_by_id")`);
    this.addSql(
      `create index "result_competition_id_computed_at_index" on "result" ("competition_id", "computed_at")`,
    );
    this.addSql(
      `create unique index result_official on result (competition_id, round_id) nulls not distinct where official`,
    );
    this.addSql(
      `create table "assignment_plan" ("id" uuid not null, "round_id" uuid not null, "created_by_id" uuid null, "created_at" timestamptz not null, "applied_at" timestamptz null, "fingerprint" text not null, "pairs" jsonb not null, "preview" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`create index "assignment_plan_round_id_index" on "assignment_plan" ("round_id")`);
    this.addSql(`create index "assignment_plan_created_by_id_index" on "assignment_plan" ("created_by_id")`);
    this.addSql(
      `create table "judge" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "competition_id" uuid not null, "account_id" uuid null, "number" int not null, "email" text not null, "name" text not null, "name_en" text null, "organisation" text null, "title" text null, "unit_id" uuid null, "expertise" text[] not null, "capacity" int not null, "state" text not null default 'INVITED', "invited_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "judge_account_id_index" on "judge" ("account_id")`);
    this.addSql(`create index "judge_unit_id_index" on "judge" ("unit_id")`);
    this.addSql(
      `alter table "judge" add constraint "judge_competition_id_email_unique" unique ("competition_id", "email")`,
    );
    this.addSql(
      `alter table "judge" add constraint "judge_competition_id_number_unique" unique ("competition_id", "number")`,
    );
    this.addSql(`alter table "judge" add constraint "judge_capacity" check (capacity between 0 and 1000)`);
    this.addSql(
      `alter table "judge" add constraint "judge_state_check" check ("state" in ('INVITED', 'ACTIVE', 'WITHDRAWN'))`,
    );
    this.addSql(
      `create table "judge_panel" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "round_id" uuid not null, "category_id" uuid not null, "title" text null, primary key ("id"))`,
    );
    this.addSql(`create index "judge_panel_category_id_index" on "judge_panel" ("category_id")`);
    this.addSql(
      `alter table "judge_panel" add constraint "judge_panel_round_id_category_id_unique" unique ("round_id", "category_id")`,
    );
    this.addSql(
      `create table "panel_member" ("id" uuid not null, "panel_id" uuid not null, "judge_id" uuid not null, primary key ("id"))`,
    );
    this.addSql(`create index "panel_member_judge_id_index" on "panel_member" ("judge_id")`);
    this.addSql(
      `alter table "panel_member" add constraint "panel_member_panel_id_judge_id_unique" unique ("panel_id", "judge_id")`,
    );
    this.addSql(
      `create table "result_row" ("id" uuid not null, "result_id" uuid not null, "entry_id" uuid not null, "category_id" uuid not null, "round_scores" jsonb not null, "total" numeric(14,10) null, "total_text" text null, "category_rank" int null, "overall_rank" int null, "shared_category" int not null, "shared_overall" int not null, "computed_award_id" uuid null, "award_id" uuid null, "spread" numeric(9,4) null, "sheet_totals" jsonb not null, "flags" text[] not null, primary key ("id"))`,
    );
    this.addSql(`create index "result_row_entry_id_index" on "result_row" ("entry_id")`);
    this.addSql(`create index "result_row_category_id_index" on "result_row" ("category_id")`);
    this.addSql(`create index "result_row_computed_award_id_index" on "result_row" ("computed_award_id")`);
    this.addSql(`create index "result_row_award_id_index" on "result_row" ("award_id")`);
    this.addSql(
      `create index "result_row_result_id_category_id_category_rank_index" on "result_row" ("result_id", "category_id", "category_rank")`,
    );
    this.addSql(
      `create index "result_row_result_id_overall_rank_index" on "result_row" ("result_id", "overall_rank")`,
    );
    this.addSql(
      `alter table "result_row" add constraint "result_row_result_id_entry_id_unique" unique ("result_id", "entry_id")`,
    );
    this.addSql(
      `create table "objection" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "competition_id" uuid not null, "entry_id" uuid null, "account_id" uuid null, "author" text not null, "contact" text not null, "text" text not null, "state" text not null default 'RECEIVED', "decision" text null, "decided_by_id" uuid null, "decided_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "objection_entry_id_index" on "objection" ("entry_id")`);
    this.addSql(`create index "objection_account_id_index" on "objection" ("account_id")`);
    this.addSql(`create index "objection_decided_by_id_index" on "objection" ("decided_by_id")`);
    this.addSql(
      `create index "objection_competition_id_state_index" on "objection" ("competition_id", "state")`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_decided" check ((state = 'RECEIVED') = (decided_at is null))`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_state_check" check ("state" in ('RECEIVED', 'UPHELD', 'DISMISSED'))`,
    );
    this.addSql(
      `create table "deliberation" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "competition_id" uuid not null, "entry_id" uuid not null, "from_award_id" uuid null, "to_award_id" uuid null, "reason" text not null, "by_account_id" uuid null, "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "deliberation_competition_id_index" on "deliberation" ("competition_id")`);
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_entry_id_unique" unique ("entry_id")`,
    );
    this.addSql(`create index "deliberation_from_award_id_index" on "deliberation" ("from_award_id")`);
    this.addSql(`create index "deliberation_to_award_id_index" on "deliberation" ("to_award_id")`);
    this.addSql(`create index "deliberation_by_account_id_index" on "deliberation" ("by_account_id")`);
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_reason" check (btrim(reason) <> '')`,
    );
    this.addSql(
      `create table "conflict" ("id" uuid not null, "judge_id" uuid not null, "entry_id" uuid not null, "source" text not null, "reason" text not null, "created_by_id" uuid null, "created_at" timestamptz not null, "withdrawn_at" timestamptz null, "withdrawn_reason" text null, primary key ("id"))`,
    );
    this.addSql(`create index "conflict_entry_id_index" on "conflict" ("entry_id")`);
    this.addSql(`create index "conflict_created_by_id_index" on "conflict" ("created_by_id")`);
    this.addSql(`create index "conflict_judge_id_entry_id_index" on "conflict" ("judge_id", "entry_id")`);
    this.addSql(
      `create unique index conflict_once on conflict (judge_id, entry_id) where withdrawn_at is null`,
    );
    this.addSql(
      `alter table "conflict" add constraint "conflict_source_check" check ("source" in ('DECLARED', 'ENTERED', 'FOUND'))`,
    );
    this.addSql(
      `create table "assignment" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "round_id" uuid not null, "entry_id" uuid not null, "judge_id" uuid not null, "pinned" boolean not null default false, "position" int not null, "live" boolean not null default true, primary key ("id"))`,
    );
    this.addSql(`create index "assignment_judge_id_round_id_index" on "assignment" ("judge_id", "round_id")`);
    this.addSql(`create index "assignment_entry_id_round_id_index" on "assignment" ("entry_id", "round_id")`);
    this.addSql(
      `alter table "assignment" add constraint "assignment_round_id_entry_id_judge_id_unique" unique ("round_id", "entry_id", "judge_id")`,
    );
    this.addSql(
      `create table "score_sheet" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "assignment_id" uuid not null, "round_id" uuid not null, "entry_id" uuid not null, "judge_id" uuid not null, "state" text not null default 'ASSIGNED', "remark" text not null default '', "total" numeric(9,4) null, "started_at" timestamptz null, "submitted_at" timestamptz null, "seconds_spent" int not null default 0, "recused_reason" text null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_assignment_id_unique" unique ("assignment_id")`,
    );
    this.addSql(`create index "score_sheet_round_id_state_index" on "score_sheet" ("round_id", "state")`);
    this.addSql(
      `create index "score_sheet_entry_id_round_id_index" on "score_sheet" ("entry_id", "round_id")`,
    );
    this.addSql(
      `create index "score_sheet_judge_id_round_id_state_index" on "score_sheet" ("judge_id", "round_id", "state")`,
    );
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_judge_id_entry_id_round_id_unique" unique ("judge_id", "entry_id", "round_id")`,
    );
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_submitted" check (state not in ('SUBMITTED', 'LOCKED') or (total is not null and submitted_at is not null))`,
    );
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_total" check (total between 0 and 100)`,
    );
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_state_check" check ("state" in ('ASSIGNED', 'DRAFT', 'SUBMITTED', 'LOCKED', 'RECUSED'))`,
    );
    this.addSql(
      `create table "mark" ("id" uuid not null, "sheet_id" uuid not null, "criterion_id" uuid not null, "value" numeric(8,2) null, "comment" text not null default '', primary key ("id"))`,
    );
    this.addSql(`create index "mark_criterion_id_index" on "mark" ("criterion_id")`);
    this.addSql(
      `alter table "mark" add constraint "mark_sheet_id_criterion_id_unique" unique ("sheet_id", "criterion_id")`,
    );
    this.addSql(
      `alter table "result" add constraint "result_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "result" add constraint "result_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "result" add constraint "result_computed_by_id_foreign" foreign key ("computed_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "assignment_plan" add constraint "assignment_plan_round_id_foreign" foreign key ("round_id") references "round" ("id")`,
    );
    this.addSql(
      `alter table "assignment_plan" add constraint "assignment_plan_created_by_id_foreign" foreign key ("created_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "judge" add constraint "judge_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "judge" add constraint "judge_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "judge" add constraint "judge_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "judge_panel" add constraint "judge_panel_round_id_foreign" foreign key ("round_id") references "round" ("id")`,
    );
    this.addSql(
      `alter table "judge_panel" add constraint "judge_panel_category_id_foreign" foreign key ("category_id") references "category" ("id")`,
    );
    this.addSql(
      `alter table "panel_member" add constraint "panel_member_panel_id_foreign" foreign key ("panel_id") references "judge_panel" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "panel_member" add constraint "panel_member_judge_id_foreign" foreign key ("judge_id") references "judge" ("id")`,
    );
    this.addSql(
      `alter table "result_row" add constraint "result_row_result_id_foreign" foreign key ("result_id") references "result" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "result_row" add constraint "result_row_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "result_row" add constraint "result_row_category_id_foreign" foreign key ("category_id") references "category" ("id")`,
    );
    this.addSql(
      `alter table "result_row" add constraint "result_row_computed_award_id_foreign" foreign key ("computed_award_id") references "award_rule" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "result_row" add constraint "result_row_award_id_foreign" foreign key ("award_id") references "award_rule" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_entry_id_foreign" foreign key ("entry_id") references "entry" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_decided_by_id_foreign" foreign key ("decided_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_from_award_id_foreign" foreign key ("from_award_id") references "award_rule" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_to_award_id_foreign" foreign key ("to_award_id") references "award_rule" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_by_account_id_foreign" foreign key ("by_account_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "conflict" add constraint "conflict_judge_id_foreign" foreign key ("judge_id") references "judge" ("id")`,
    );
    this.addSql(
      `alter table "conflict" add constraint "conflict_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "conflict" add constraint "conflict_created_by_id_foreign" foreign key ("created_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "assignment" add constraint "assignment_round_id_foreign" foreign key ("round_id") references "round" ("id")`,
    );
    this.addSql(
      `alter table "assignment" add constraint "assignment_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "assignment" add constraint "assignment_judge_id_foreign" foreign key ("judge_id") references "judge" ("id")`,
    );
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_assignment_id_foreign" foreign key ("assignment_id") references "assignment" ("id")`,
    );
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_round_id_foreign" foreign key ("round_id") references "round" ("id")`,
    );
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_judge_id_foreign" foreign key ("judge_id") references "judge" ("id")`,
    );
    this.addSql(
      `alter table "mark" add constraint "mark_sheet_id_foreign" foreign key ("sheet_id") references "score_sheet" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "mark" add constraint "mark_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id")`,
    );
    // By hand: what the entities cannot say.
    // A judge never holds an entry they conflict with. Both sides lock the judge, so that neither slips past the other.
    this.addSql(`create function guard_assignment() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (new.round_id, new.entry_id, new.judge_id) is distinct from (old.round_id, old.entry_id, old.judge_id) then
          raise exception 'an assignment stays with its round, entry and judge' using errcode = 'integrity_constraint_violation';
        end if;
        perform 1 from judge where id = new.judge_id for share;
        if not exists (
          select 1 from judge j join entry e on e.competition_id = j.competition_id join round r on r.competition_id = j.competition_id
          where j.id = new.judge_id and e.id = new.entry_id and r.id = new.round_id
        ) then
          raise exception 'judge, entry and round are not of one edition' using errcode = 'check_violation', constraint = 'assignment_edition';
        end if;
        if new.live and exists (select 1 from conflict c where c.judge_id = new.judge_id and c.entry_id = new.entry_id and c.withdrawn_at is null) then
          raise exception 'the judge conflicts with the entry' using errcode = 'check_violation', constraint = 'assignment_conflict';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger assignment_guard before insert or update on assignment for each row execute function guard_assignment()`,
    );
    this.addSql(`create function guard_conflict() returns trigger language plpgsql as $$
      begin
        perform 1 from judge where id = new.judge_id for no key update;
        if new.withdrawn_at is null and exists (select 1 from assignment a where a.judge_id = new.judge_id and a.entry_id = new.entry_id and a.live) then
          raise exception 'the judge holds the entry' using errcode = 'check_violation', constraint = 'conflict_assignment';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger conflict_guard before insert or update on conflict for each row execute function guard_conflict()`,
    );
    // A submitted sheet changes only by being locked or reopened, a locked one never; what was begun is never deleted.
    this.addSql(`create function guard_sheet() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if old.state <> 'ASSIGNED' then
            raise exception 'a sheet in state % is kept', old.state using errcode = 'integrity_constraint_violation';
          end if;
          return old;
        end if;
        if tg_op = 'INSERT' then
          if not exists (select 1 from assignment a where (a.id, a.round_id, a.entry_id, a.judge_id) = (new.assignment_id, new.round_id, new.entry_id, new.judge_id)) then
            raise exception 'the sheet differs from its assignment' using errcode = 'check_violation', constraint = 'score_sheet_assignment';
          end if;
          return new;
        end if;
        if (new.assignment_id, new.round_id, new.entry_id, new.judge_id) is distinct from (old.assignment_id, old.round_id, old.entry_id, old.judge_id) then
          raise exception 'a sheet stays with its assignment' using errcode = 'integrity_constraint_violation';
        end if;
        if old.state in ('SUBMITTED', 'LOCKED') and (
          (new.remark, new.total, new.started_at, new.submitted_at, new.seconds_spent) is distinct from (old.remark, old.total, old.started_at, old.submitted_at, old.seconds_spent)
          or not (new.state = old.state or (old.state = 'SUBMITTED' and new.state in ('LOCKED', 'DRAFT')))
        ) then
          raise exception 'a sheet in state % does not change', old.state using errcode = 'integrity_constraint_violation';
        end if;
        if new.state = 'LOCKED' and old.state not in ('SUBMITTED', 'LOCKED') then
          raise exception 'only a submitted sheet is locked' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger score_sheet_guard before insert or update or delete on score_sheet for each row execute function guard_sheet()`,
    );
    // A mark lies on its criterion's scale, belongs to its sheet's round, and changes only while the sheet is open.
    this.addSql(`create function guard_mark() returns trigger language plpgsql as $$
      declare
        sheet score_sheet%rowtype;
        scale criterion%rowtype;
      begin
        select * into sheet from score_sheet where id = case when tg_op = 'DELETE' then old.sheet_id else new.sheet_id end;
        if sheet.state is not null and sheet.state not in ('ASSIGNED', 'DRAFT') then
          raise exception 'marks of a sheet in state % do not change', sheet.state using errcode = 'integrity_constraint_violation';
        end if;
        if tg_op = 'DELETE' then
          return old;
        end if;
        if tg_op = 'UPDATE' and (new.sheet_id, new.criterion_id) is distinct from (old.sheet_id, old.criterion_id) then
          raise exception 'a mark stays with its sheet and criterion' using errcode = 'integrity_constraint_violation';
        end if;
        select * into scale from criterion where id = new.criterion_id;
        if scale.round_id is distinct from sheet.round_id then
          raise exception 'the criterion is of another round' using errcode = 'check_violation', constraint = 'mark_round';
        end if;
        if new.value < 0 or new.value > scale.max or mod(new.value, scale.step) <> 0 then
          raise exception 'the mark leaves its scale' using errcode = 'check_violation', constraint = 'mark_scale';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger mark_guard before insert or update or delete on mark for each row execute function guard_mark()`,
    );
    // Rubric, weights and the official rule freeze with the first submitted sheet of the edition.
    this.addSql(`create function refuse_frozen_rubric() returns trigger language plpgsql as $$
      declare
        edition uuid;
      begin
        if tg_table_name = 'criterion' then
          select competition_id into edition from round where id = case when tg_op = 'DELETE' then old.round_id else new.round_id end;
        elsif tg_table_name = 'round' then
          edition := case when tg_op = 'DELETE' then old.competition_id else new.competition_id end;
        else
          edition := new.id;
        end if;
        if exists (select 1 from score_sheet s join round r on r.id = s.round_id where r.competition_id = edition and s.submitted_at is not null) then
          raise exception 'sheets have been submitted: the rubric is frozen' using errcode = 'check_violation', constraint = 'rubric_frozen';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`);
    this.addSql(
      `create trigger rubric_frozen before insert or update or delete on criterion for each row execute function refuse_frozen_rubric()`,
    );
    this.addSql(
      `create trigger rubric_frozen_whole before insert or delete on round for each row execute function refuse_frozen_rubric()`,
    );
    this.addSql(
      `create trigger rubric_frozen before update on round for each row when ((old.weight, old.position, old.kind) is distinct from (new.weight, new.position, new.kind)) execute function refuse_frozen_rubric()`,
    );
    this.addSql(
      `create trigger rule_frozen before update on competition for each row when (old.scoring_rule is distinct from new.scoring_rule) execute function refuse_frozen_rubric()`,
    );
    // A publicised result is kept as it is; a corrected one may take its place as the official one.
    this.addSql(`create function guard_result() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if old.frozen_at is not null then
            raise exception 'a publicised result is kept' using errcode = 'integrity_constraint_violation';
          end if;
          return old;
        end if;
        if (to_jsonb(new) - 'official' - 'frozen_at') is distinct from (to_jsonb(old) - 'official' - 'frozen_at')
          or (old.frozen_at is not null and new.frozen_at is distinct from old.frozen_at) then
          raise exception 'a result does not change' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$`);
    this.addSql(
      `create trigger result_guard before update or delete on result for each row execute function guard_result()`,
    );
    this.addSql(`create function guard_result_row() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' or exists (select 1 from result r where r.id = case when tg_op = 'INSERT' then new.result_id else old.result_id end and r.frozen_at is not null) then
          raise exception 'rows of a result do not change' using errcode = 'integrity_constraint_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`);
    this.addSql(
      `create trigger result_row_guard before insert or update or delete on result_row for each row execute function guard_result_row()`,
    );
    // A decided objection is a record.
    this.addSql(
      `create trigger objection_kept before update on objection for each row when (old.state <> 'RECEIVED') execute function refuse_change()`,
    );
    this.addSql(
      `create trigger objection_stays before delete on objection for each row execute function refuse_change()`,
    );
  }
}
