import { Migration } from '@mikro-orm/migrations';

/** What is published with a result, and what of it judges and the office let go. */
export class Publication extends Migration {
  override up(): void {
    this.addSql(`alter table "score_sheet" add column "remark_released" boolean not null default false`);
    this.addSql(
      `create table "result_publication" ("id" uuid not null, "result_id" uuid not null, "digest" text not null, "bundle" text not null, "statistics" jsonb not null, "groups" jsonb not null, "judge_codes" jsonb not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "result_publication" add constraint "result_publication_result_id_unique" unique ("result_id")`,
    );
    this.addSql(
      `create table "published_entry" ("id" uuid not null, "publication_id" uuid not null, "entry_id" uuid not null, "code" text not null, "means" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`create index "published_entry_entry_id_index" on "published_entry" ("entry_id")`);
    this.addSql(
      `alter table "published_entry" add constraint "published_entry_publication_id_entry_id_unique" unique ("publication_id", "entry_id")`,
    );
    this.addSql(
      `alter table "published_entry" add constraint "published_entry_publication_id_code_unique" unique ("publication_id", "code")`,
    );
    this.addSql(
      `create table "withheld_remark" ("id" uuid not null, "sheet_id" uuid not null, "reason" text not null, "by_account_id" uuid null, "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "withheld_remark" add constraint "withheld_remark_sheet_id_unique" unique ("sheet_id")`,
    );
    this.addSql(`create index "withheld_remark_by_account_id_index" on "withheld_remark" ("by_account_id")`);
    this.addSql(
      `alter table "withheld_remark" add constraint "withheld_remark_reason" check (btrim(reason) <> '')`,
    );
    this.addSql(
      `alter table "result_publication" add constraint "result_publication_result_id_foreign" foreign key ("result_id") references "result" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "published_entry" add constraint "published_entry_publication_id_foreign" foreign key ("publication_id") references "result_publication" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "published_entry" add constraint "published_entry_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "withheld_remark" add constraint "withheld_remark_sheet_id_foreign" foreign key ("sheet_id") references "score_sheet" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "withheld_remark" add constraint "withheld_remark_by_account_id_foreign" foreign key ("by_account_id") references "account" ("id") on delete set null`,
    );
    // By hand: what was published is neither changed nor, once its result is publicised, removed or added to.
    this.addSql(`create function guard_publication() returns trigger language plpgsql as $$
      declare
        published uuid;
      begin
        if tg_op = 'UPDATE' then
          raise exception 'what was published does not change' using errcode = 'integrity_constraint_violation';
        end if;
        if tg_table_name = 'result_publication' then
          published := case when tg_op = 'INSERT' then new.result_id else old.result_id end;
        else
          select result_id into published from result_publication where id = case when tg_op = 'INSERT' then new.publication_id else old.publication_id end;
        end if;
        if exists (select 1 from result r where r.id = published and r.frozen_at is not null) then
          raise exception 'what was published does not change' using errcode = 'integrity_constraint_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`);
    this.addSql(
      `create trigger result_publication_guard before insert or update or delete on result_publication for each row execute function guard_publication()`,
    );
    this.addSql(
      `create trigger published_entry_guard before insert or update or delete on published_entry for each row execute function guard_publication()`,
    );
  }
}
