import { Migration } from '@mikro-orm/migrations';

/** Tables of the units domain. */
export class Units extends Migration {
  override up(): void {
    this.addSql(
      `create table "unit" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "name" text not null, "name_en" text null, "party" text not null, "kind" text not null, "role" text not null, "region_id" uuid not null, "duties" text[] not null, "liaison_name" text null, primary key ("id"))`,
    );
    this.addSql(`alter table "unit" add constraint "unit_name_unique" unique ("name")`);
    this.addSql(`create index "unit_party_index" on "unit" ("party")`);
    this.addSql(`create index "unit_role_index" on "unit" ("role")`);
    this.addSql(`create index "unit_region_id_index" on "unit" ("region_id")`);
    this.addSql(
      `alter table "unit" add constraint "unit_party_check" check ("party" in ('PUBLIC_WELFARE_ORG', 'GOVERNMENT', 'ENTERPRISE', 'COMMUNITY'))`,
    );
    this.addSql(
      `alter table "unit" add constraint "unit_kind_check" check ("kind" in ('PARTY_GOVERNMENT', 'EDUCATION', 'HEALTH', 'SCIENCE', 'CULTURE', 'SOCIAL_WELFARE', 'OTHER_INSTITUTION', 'MASS_ORGANISATION', 'NEIGHBOURHOOD_COMMITTEE', 'VILLAGE_COMMITTEE', 'STATE_ENTERPRISE', 'PRIVATE_ENTERPRISE', 'ASSOCIATION', 'SOCIAL_SERVICE', 'FOUNDATION', 'SOCIAL_ORGANISATION', 'OTHER'))`,
    );
    this.addSql(
      `alter table "unit" add constraint "unit_role_check" check ("role" in ('LEAD', 'ORGANISER', 'MEMBER', 'HOST'))`,
    );
    this.addSql(
      `alter table "unit" add constraint "unit_region_id_foreign" foreign key ("region_id") references "region" ("id")`,
    );
    // By hand: what the entities cannot say.
  }
}
