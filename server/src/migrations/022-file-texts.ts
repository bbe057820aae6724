import { Migration } from '@mikro-orm/migrations';

/** What stands in attached files, kept to be searched for names. */
export class FileTexts extends Migration {
  override up(): void {
    this.addSql(
      `create table "file_text" ("id" uuid not null, "file_id" uuid not null, "text" text null, "read_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "file_text" add constraint "file_text_file_id_unique" unique ("file_id")`);
    this.addSql(
      `alter table "file_text" add constraint "file_text_file_id_foreign" foreign key ("file_id") references "stored_file" ("id") on delete cascade`,
    );
  }
}
