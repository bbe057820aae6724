import { Migration } from '@mikro-orm/migrations';

/** Tables of the teams domain. */
export class Teams extends Migration {
  override up(): void {
    this.addSql(
      `create table "team" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "number" text not null, "name" text not null, "name_en" text null, "kind" text not null, "unit_id" uuid null, "region_id" uuid not null, "service_types" text[] not null, "applicant_kind" text not null, "founded" date null, "intro" text not null default '', "state" text not null default 'PENDING', "state_reason" text null, "member_count" int not null default 0, "active_months" int not null default 0, "service_minutes" int not null default 0, primary key ("id"))`,
    );
    this.addSql(`alter table "team" add constraint "team_number_unique" unique ("number")`);
    this.addSql(`create index "team_name_index" on "team" ("name")`);
    this.addSql(`create index "team_unit_id_index" on "team" ("unit_id")`);
    this.addSql(`create index "team_region_id_index" on "team" ("region_id")`);
    this.addSql(`create index "team_state_index" on "team" ("state")`);
    this.addSql(
      `alter table "team" add constraint "team_service_types" check (cardinality(service_types) <= 4 and service_types <@ array['COMMUNITY', 'POVERTY_RELIEF', 'EDUCATION', 'HEALTH', 'LEGAL', 'ENVIRONMENT', 'SCIENCE', 'CULTURE', 'PUBLIC_SAFETY', 'CIVILITY', 'TRAFFIC', 'FIRE', 'RESCUE', 'DRUG_PREVENTION', 'SPORT', 'TOURISM', 'SPECIAL_CARE', 'LARGE_EVENTS', 'OVERSEAS', 'TAX', 'OTHER']::text[])`,
    );
    this.addSql(
      `alter table "team" add constraint "team_figures" check (member_count >= 0 and service_minutes >= 0 and active_months between 0 and 12)`,
    );
    this.addSql(
      `alter table "team" add constraint "team_kind_check" check ("kind" in ('GROUP', 'REGISTERED', 'LEGAL_PERSON'))`,
    );
    this.addSql(
      `alter table "team" add constraint "team_applicant_kind_check" check ("applicant_kind" in ('GOVERNMENT_UNIT', 'WELFARE_SOCIETY', 'UNIVERSITY', 'NEW_SOCIAL_ORG', 'NEW_EMPLOYMENT'))`,
    );
    this.addSql(
      `alter table "team" add constraint "team_state_check" check ("state" in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ARCHIVED', 'REJECTED'))`,
    );
    this.addSql(
      `create table "team_member" ("id" uuid not null, "team_id" uuid not null, "name" text not null, "role" text not null default 'MEMBER', "account_id" uuid null, "since" date not null, "until" date null, primary key ("id"))`,
    );
    this.addSql(`create index "team_member_account_id_index" on "team_member" ("account_id")`);
    this.addSql(`create index "team_member_team_id_until_index" on "team_member" ("team_id", "until")`);
    this.addSql(
      `create unique index team_one_leader on team_member (team_id) where role = 'LEADER' and until is null`,
    );
    this.addSql(
      `create unique index team_member_account_once on team_member (team_id, account_id) where until is null and account_id is not null`,
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_period" check (until is null or until >= since)`,
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_role_check" check ("role" in ('LEADER', 'MEMBER'))`,
    );
    this.addSql(
      `alter table "team" add constraint "team_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete restrict`,
    );
    this.addSql(
      `alter table "team" add constraint "team_region_id_foreign" foreign key ("region_id") references "region" ("id")`,
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_team_id_foreign" foreign key ("team_id") references "team" ("id")`,
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict`,
    );
    // By hand: what the entities cannot say.
    this.addSql(`create function team_members_counted() returns trigger language plpgsql as $$
      declare
        whose uuid := case when tg_table_name = 'team' then new.id else (to_jsonb(new) ->> 'team_id')::uuid end;
      begin
        if (select t.member_count from team t where t.id = whose) < (select count(*) from team_member m where m.team_id = whose and m.until is null) then
          raise exception 'a team counts fewer members than it names' using errcode = 'check_violation', constraint = 'team_members_counted';
        end if;
        return null;
      end $$`);
    this.addSql(
      `create constraint trigger team_members_counted after insert or update on team_member deferrable initially deferred for each row execute function team_members_counted()`,
    );
    this.addSql(
      `create constraint trigger team_members_counted after update of member_count on team deferrable initially deferred for each row execute function team_members_counted()`,
    );
  }
}
