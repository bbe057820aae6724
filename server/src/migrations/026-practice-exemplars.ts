import { Migration } from '@mikro-orm/migrations';

/** Practice on projects of the library. */
export class PracticeExemplars extends Migration {
  override up(): void {
    this.addSql(
      `alter table "practice_entry" alter column "entry_id" drop not null, add column "exemplar_id" uuid null`,
    );
    this.addSql(`create index "practice_entry_exemplar_id_index" on "practice_entry" ("exemplar_id")`);
    this.addSql(
      `alter table "practice_entry" add constraint "practice_entry_round_id_category_id_exemplar_id_unique" unique ("round_id", "category_id", "exemplar_id")`,
    );
    this.addSql(
      `alter table "practice_entry" add constraint "practice_entry_exemplar_id_foreign" foreign key ("exemplar_id") references "exemplar_project" ("id")`,
    );
    this.addSql(
      `alter table "practice_entry" add constraint "practice_entry_text" check ((entry_id is null) <> (exemplar_id is null))`,
    );
  }
}
