import { Migration } from '@mikro-orm/migrations';

/** Tables of the imports domain. */
export class Imports extends Migration {
  override up(): void {
    this.addSql(
      `create table "import_run" ("id" uuid not null, "kind" text not null, "file_name" text not null, "digest" text not null, "rows" int not null, "created" int not null, "updated" int not null, "unchanged" int not null, "account_id" uuid null, "actor" text not null, "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "import_run_digest_index" on "import_run" ("digest")`);
    this.addSql(`create index "import_run_at_id_index" on "import_run" ("at", "id")`);
    this.addSql(
      `create table "import_preview" ("id" uuid not null, "kind" text not null, "account_id" uuid null, "file_name" text not null, "file_kind" text not null, "digest" text not null, "problem_count" int not null, "content" bytea null, "created_at" timestamptz not null, "run_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "import_preview_account_id_index" on "import_preview" ("account_id")`);
    this.addSql(`create index "import_preview_created_at_index" on "import_preview" ("created_at")`);
    this.addSql(
      `alter table "import_preview" add constraint "import_preview_file_kind_check" check ("file_kind" in ('xlsx', 'csv'))`,
    );
    this.addSql(
      `alter table "import_preview" add constraint "import_preview_run_id_foreign" foreign key ("run_id") references "import_run" ("id") on delete set null`,
    );
    // By hand: what the entities cannot say.
  }
}
