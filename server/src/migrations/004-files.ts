import { Migration } from '@mikro-orm/migrations';

/** Tables of the files domain. */
export class Files extends Migration {
  override up(): void {
    this.addSql(
      `create table "stored_file" ("id" uuid not null, "key" text not null, "name" text not null, "kind" text not null, "media_type" text not null, "size" int not null, "sha256" text not null, "uploaded_by" uuid null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "stored_file" add constraint "stored_file_key_unique" unique ("key")`);
    this.addSql(`create index "stored_file_uploaded_by_index" on "stored_file" ("uploaded_by")`);
    // By hand: what the entities cannot say.
  }
}
