import { Migration } from '@mikro-orm/migrations';

/** The analysis beside a result, background computations, sheets struck by an objection. */
export class Analysis extends Migration {
  override up(): void {
    this.addSql(
      `alter table "result" add column "analysis" jsonb null, add column "analysis_settings" text null, add column "analysis_digest" text null`,
    );
    this.addSql(`alter table "objection" add column "effect" jsonb null`);
    this.addSql(
      `create table "computation" ("id" uuid not null, "kind" text not null, "competition_id" uuid not null, "round_id" uuid null, "input" jsonb not null, "state" text not null default 'QUEUED', "step" text not null default 'READING', "done" int not null default 0, "created_by_id" uuid null, "created_at" timestamptz not null, "started_at" timestamptz null, "progress_at" timestamptz null, "finished_at" timestamptz null, "problems" jsonb not null, "result_id" uuid null, "plan_id" uuid null, primary key ("id"))`,
    );
    for (const column of ['round_id', 'created_by_id', 'result_id', 'plan_id'])
      this.addSql(`create index "computation_${column}_index" on "computation" ("${column}")`);
    this.addSql(
      `create index "computation_competition_id_created_at_index" on "computation" ("competition_id", "created_at")`,
    );
    this.addSql(
      `alter table "computation" add constraint "computation_over" check ((state in ('QUEUED', 'RUNNING')) = (finished_at is null))`,
    );
    this.addSql(
      `alter table "computation" add constraint "computation_kind_check" check ("kind" in ('RESULT', 'PLAN'))`,
    );
    this.addSql(
      `alter table "computation" add constraint "computation_state_check" check ("state" in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'))`,
    );
    this.addSql(
      `alter table "computation" add constraint "computation_step_check" check ("step" in ('READING', 'RULES', 'SEVERITY', 'PLACES', 'SINGLE_MARKS', 'REVIEWS', 'ASSIGNING', 'STORING'))`,
    );
    this.addSql(
      `alter table "computation" add constraint "computation_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "computation" add constraint "computation_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "computation" add constraint "computation_created_by_id_foreign" foreign key ("created_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "computation" add constraint "computation_result_id_foreign" foreign key ("result_id") references "result" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "computation" add constraint "computation_plan_id_foreign" foreign key ("plan_id") references "assignment_plan" ("id") on delete set null`,
    );
    this.addSql(`alter table "score_sheet" drop constraint "score_sheet_state_check"`);
    this.addSql(
      `alter table "score_sheet" add constraint "score_sheet_state_check" check ("state" in ('ASSIGNED', 'DRAFT', 'SUBMITTED', 'LOCKED', 'RECUSED', 'STRUCK'))`,
    );
    // By hand: what the entities cannot say.
    // A locked sheet may besides be struck by an upheld objection.
    this.addSql(`create or replace function guard_sheet() returns trigger language plpgsql as $$
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
        if old.state in ('SUBMITTED', 'LOCKED', 'STRUCK') and (
          (new.remark, new.total, new.started_at, new.submitted_at, new.seconds_spent) is distinct from (old.remark, old.total, old.started_at, old.submitted_at, old.seconds_spent)
          or not (new.state = old.state or (old.state = 'SUBMITTED' and new.state in ('LOCKED', 'DRAFT')) or (old.state = 'LOCKED' and new.state = 'STRUCK')
            or (old.state = 'LOCKED' and new.state = 'SUBMITTED' and exists (select 1 from round r where r.id = old.round_id and r.state = 'OPEN')))
        ) then
          raise exception 'a sheet in state % does not change', old.state using errcode = 'integrity_constraint_violation';
        end if;
        if new.state = 'LOCKED' and old.state not in ('SUBMITTED', 'LOCKED') then
          raise exception 'only a submitted sheet is locked' using errcode = 'integrity_constraint_violation';
        end if;
        if new.state = 'STRUCK' and old.state not in ('LOCKED', 'STRUCK') then
          raise exception 'only a locked sheet is struck' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$`);
  }
}
