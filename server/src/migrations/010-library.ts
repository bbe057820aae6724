import { Migration } from '@mikro-orm/migrations';

/** Tables of the library domain. */
export class Library extends Migration {
  override up(): void {
    this.addSql(
      `create table "exemplar_project" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "category" text not null, "title" text not null, "title_en" text null, "organisation" text not null, "region" text not null, "award" text not null, "year" int null, "summary" text not null, "summary_en" text null, "replicable_points" text[] not null, "replicable_points_en" text[] not null, primary key ("id"))`,
    );
    this.addSql(`create index "exemplar_project_category_index" on "exemplar_project" ("category")`);
    this.addSql(
      `alter table "exemplar_project" add constraint "exemplar_project_title_organisation_unique" unique ("title", "organisation")`,
    );
    this.addSql(
      `alter table "exemplar_project" add constraint "exemplar_project_category_check" check ("category" in ('PUBLICITY', 'EMERGENCY', 'ENVIRONMENT', 'SCIENCE_LAW', 'CULTURE_EDUCATION', 'DAILY_LIFE', 'GOVERNANCE', 'LIVELIHOOD', 'HEALTH'))`,
    );
    // By hand: what the entities cannot say.
  }
}
