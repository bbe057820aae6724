import { Migration } from '@mikro-orm/migrations';

/** Tables of the platform mechanisms. */
export class Platform extends Migration {
  override up(): void {
    this.addSql(
      `create table "audit_event" ("id" uuid not null, "at" timestamptz not null, "account_id" uuid null, "actor" text not null, "via" text not null, "operation" text not null, "subject_type" text null, "subject_id" uuid null, "reason" text null, "request_id" text null, "changes" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`create index "audit_event_at_id_index" on "audit_event" ("at", "id")`);
    this.addSql(`create index "audit_event_subject_id_at_index" on "audit_event" ("subject_id", "at")`);
    this.addSql(`create index "audit_event_account_id_at_index" on "audit_event" ("account_id", "at")`);
    this.addSql(
      `create table "audit_seal" ("position" bigint not null, "event_id" uuid not null, "hash" text not null, primary key ("position"))`,
    );
    this.addSql(`alter table "audit_seal" add constraint "audit_seal_event_id_unique" unique ("event_id")`);
    this.addSql(
      `create table "idempotency" ("id" uuid not null, "account_id" uuid null, "operation" text not null, "key" text not null, "result" jsonb not null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "idempotency_created_at_index" on "idempotency" ("created_at")`);
    this.addSql(
      `create unique index idempotency_once on idempotency (account_id, operation, key) nulls not distinct`,
    );
    this.addSql(
      `create table "job_run" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "name" text not null, "state" text not null default 'QUEUED', "data" jsonb not null, "sealed" text null, "attempts" int not null default 0, "error" text null, "start_after" timestamptz null, "started_at" timestamptz null, "finished_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "job_run_created_at_id_index" on "job_run" ("created_at", "id")`);
    this.addSql(`create index "job_run_name_state_index" on "job_run" ("name", "state")`);
    this.addSql(
      `alter table "job_run" add constraint "job_run_state_check" check ("state" in ('QUEUED', 'RUNNING', 'DONE', 'RETRYING', 'FAILED'))`,
    );
    this.addSql(
      `alter table "audit_seal" add constraint "audit_seal_event_id_foreign" foreign key ("event_id") references "audit_event" ("id")`,
    );
    // By hand: what the entities cannot say.
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$`);
    for (const table of ['audit_event', 'audit_seal']) {
      this.addSql(
        `create trigger append_only before update or delete on ${table} for each row execute function refuse_change()`,
      );
      this.addSql(
        `create trigger append_only_whole before truncate on ${table} for each statement execute function refuse_change()`,
      );
    }
  }
}
