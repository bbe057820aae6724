import { Migration } from '@mikro-orm/migrations';

/** Tables of the places domain. */
export class Places extends Migration {
  override up(): void {
    this.addSql(
      `create table "region" ("id" uuid not null, "code" text not null, "name" text not null, "name_en" text null, "level" text not null, "parent_id" uuid null, "full_name" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "region" add constraint "region_code_unique" unique ("code")`);
    this.addSql(`create index "region_parent_id_index" on "region" ("parent_id")`);
    this.addSql(`create index "region_full_name_index" on "region" ("full_name")`);
    this.addSql(`create index region_code_prefix on region (code text_pattern_ops)`);
    this.addSql(
      `alter table "region" add constraint "region_level_check" check ("level" in ('CITY', 'COUNTY', 'TOWNSHIP', 'COMMUNITY'))`,
    );
    this.addSql(
      `alter table "region" add constraint "region_parent_id_foreign" foreign key ("parent_id") references "region" ("id") on delete restrict`,
    );
    // By hand: what the entities cannot say.
  }
}
