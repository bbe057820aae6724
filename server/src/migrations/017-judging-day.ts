import { Migration } from '@mikro-orm/migrations';

/** Practice entries, anchors, the order of work and blind rounds. */
export class JudgingDay extends Migration {
  override up(): void {
    this.addSql(
      `create table "practice_entry" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "round_id" uuid not null, "category_id" uuid not null, "entry_id" uuid not null, "position" int not null, primary key ("id"))`,
    );
    this.addSql(`create index "practice_entry_category_id_index" on "practice_entry" ("category_id")`);
    this.addSql(`create index "practice_entry_entry_id_index" on "practice_entry" ("entry_id")`);
    this.addSql(
      `alter table "practice_entry" add constraint "practice_entry_round_id_category_id_entry_id_unique" unique ("round_id", "category_id", "entry_id")`,
    );
    this.addSql(
      `create table "practice_sheet" ("id" uuid not null, "practice_id" uuid not null, "judge_id" uuid not null, "submitted_at" timestamptz not null, "seconds_spent" int not null default 0, "marks" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`create index "practice_sheet_judge_id_index" on "practice_sheet" ("judge_id")`);
    this.addSql(
      `alter table "practice_sheet" add constraint "practice_sheet_practice_id_judge_id_unique" unique ("practice_id", "judge_id")`,
    );
    this.addSql(
      `create table "practice_mark" ("id" uuid not null, "practice_id" uuid not null, "criterion_id" uuid not null, "value" numeric(8,2) not null, "reason" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "practice_mark_criterion_id_index" on "practice_mark" ("criterion_id")`);
    this.addSql(
      `alter table "practice_mark" add constraint "practice_mark_practice_id_criterion_id_unique" unique ("practice_id", "criterion_id")`,
    );
    this.addSql(
      `create table "anchor" ("id" uuid not null, "round_id" uuid not null, "entry_id" uuid not null, "judges" int null, "created_by_id" uuid null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "anchor_entry_id_index" on "anchor" ("entry_id")`);
    this.addSql(`create index "anchor_created_by_id_index" on "anchor" ("created_by_id")`);
    this.addSql(
      `alter table "anchor" add constraint "anchor_round_id_entry_id_unique" unique ("round_id", "entry_id")`,
    );
    this.addSql(
      `alter table "round" add "practice_rule" text not null default 'OFFERED', add "blind" boolean not null default false`,
    );
    this.addSql(
      `alter table "round" add constraint "round_practice_rule_check" check ("practice_rule" in ('OFFERED', 'REQUIRED'))`,
    );
    this.addSql(`alter table "assignment_plan" add "proposed" boolean not null default false`);
    this.addSql(`alter table "score_sheet" add "opened_order" int null`);
    this.addSql(
      `alter table "practice_entry" add constraint "practice_entry_round_id_foreign" foreign key ("round_id") references "round" ("id")`,
    );
    this.addSql(
      `alter table "practice_entry" add constraint "practice_entry_category_id_foreign" foreign key ("category_id") references "category" ("id")`,
    );
    this.addSql(
      `alter table "practice_entry" add constraint "practice_entry_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "practice_sheet" add constraint "practice_sheet_practice_id_foreign" foreign key ("practice_id") references "practice_entry" ("id")`,
    );
    this.addSql(
      `alter table "practice_sheet" add constraint "practice_sheet_judge_id_foreign" foreign key ("judge_id") references "judge" ("id")`,
    );
    this.addSql(
      `alter table "practice_mark" add constraint "practice_mark_practice_id_foreign" foreign key ("practice_id") references "practice_entry" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "practice_mark" add constraint "practice_mark_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id")`,
    );
    this.addSql(
      `alter table "anchor" add constraint "anchor_round_id_foreign" foreign key ("round_id") references "round" ("id")`,
    );
    this.addSql(
      `alter table "anchor" add constraint "anchor_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "anchor" add constraint "anchor_created_by_id_foreign" foreign key ("created_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(`alter table "anchor" add constraint "anchor_judges" check (judges between 2 and 1000)`);
  }
}
