import { Migration } from '@mikro-orm/migrations';

/** Where an import stands, and why it failed. */
export class ImportsInBackground extends Migration {
  override up(): void {
    this.addSql(
      `alter table "import_run" add column "state" text not null default 'DONE', add column "problems" jsonb not null default '[]'`,
    );
    this.addSql(`alter table "import_run" alter column "problems" drop default`);
    this.addSql(
      `alter table "import_run" add constraint "import_run_state_check" check ("state" in ('QUEUED', 'DONE', 'FAILED'))`,
    );
  }
}
