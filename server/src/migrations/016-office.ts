import { Migration } from '@mikro-orm/migrations';

/** What the office needs besides: reopened rounds, reminders, conflicts by telephone and past work, a common count of objections. */
export class Office extends Migration {
  override up(): void {
    this.addSql(`alter table "judge" add column "phone_hash" text null`);
    this.addSql(`alter table "competition" add column "publicity_told_for" timestamptz null`);
    this.addSql(
      `create table "judge_former_unit" ("id" uuid not null, "judge_id" uuid not null, "unit_id" uuid not null, primary key ("id"))`,
    );
    this.addSql(`create index "judge_former_unit_unit_id_index" on "judge_former_unit" ("unit_id")`);
    this.addSql(
      `alter table "judge_former_unit" add constraint "judge_former_unit_judge_id_unit_id_unique" unique ("judge_id", "unit_id")`,
    );
    this.addSql(
      `alter table "judge_former_unit" add constraint "judge_former_unit_judge_id_foreign" foreign key ("judge_id") references "judge" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "judge_former_unit" add constraint "judge_former_unit_unit_id_foreign" foreign key ("unit_id") references "unit" ("id")`,
    );
    this.addSql(
      `create table "judge_reminder" ("id" uuid not null, "judge_id" uuid not null, "round_id" uuid not null, "deadline" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "judge_reminder_round_id_index" on "judge_reminder" ("round_id")`);
    this.addSql(
      `alter table "judge_reminder" add constraint "judge_reminder_judge_id_round_id_deadline_unique" unique ("judge_id", "round_id", "deadline")`,
    );
    this.addSql(
      `alter table "judge_reminder" add constraint "judge_reminder_judge_id_foreign" foreign key ("judge_id") references "judge" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "judge_reminder" add constraint "judge_reminder_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "objection_source" ("id" uuid not null, "source" text not null, "filed_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "objection_source_source_filed_at_index" on "objection_source" ("source", "filed_at")`,
    );
    // By hand: what the entities cannot say.
    // As before, but a locked sheet becomes a submitted one again, unchanged, where its round has been reopened.
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
        if old.state in ('SUBMITTED', 'LOCKED') and (
          (new.remark, new.total, new.started_at, new.submitted_at, new.seconds_spent) is distinct from (old.remark, old.total, old.started_at, old.submitted_at, old.seconds_spent)
          or not (new.state = old.state or (old.state = 'SUBMITTED' and new.state in ('LOCKED', 'DRAFT'))
            or (old.state = 'LOCKED' and new.state = 'SUBMITTED' and exists (select 1 from round r where r.id = old.round_id and r.state = 'OPEN')))
        ) then
          raise exception 'a sheet in state % does not change', old.state using errcode = 'integrity_constraint_violation';
        end if;
        if new.state = 'LOCKED' and old.state not in ('SUBMITTED', 'LOCKED') then
          raise exception 'only a submitted sheet is locked' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$`);
  }
}
