import { Migration } from '@mikro-orm/migrations';

/** How long a checked sheet is, so that confirming it need not read it once more. */
export class ImportRows extends Migration {
  override up(): void {
    this.addSql(`alter table "import_preview" add column "rows" int not null default 0`);
    this.addSql(`alter table "import_preview" alter column "rows" drop default`);
  }
}
