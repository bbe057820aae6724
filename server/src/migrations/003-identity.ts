import { Migration } from '@mikro-orm/migrations';

/** Tables of the identity domain. */
export class Identity extends Migration {
  override up(): void {
    this.addSql(
      `create table "account" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "email" text not null, "name" text not null, "locale" text not null default 'zh-CN', "state" text not null default 'ACTIVE', "password_hash" text null, "must_change_password" boolean not null default false, "failed_attempts" int not null default 0, "locked_until" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "account" add constraint "account_email_unique" unique ("email")`);
    this.addSql(`alter table "account" add constraint "account_email_lower" check (email = lower(email))`);
    this.addSql(
      `alter table "account" add constraint "account_state_check" check ("state" in ('ACTIVE', 'DISABLED'))`,
    );
    this.addSql(
      `create table "api_token" ("id" uuid not null, "account_id" uuid not null, "name" text not null, "hint" text not null, "token_hash" text not null, "scopes" text[] not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, "last_used_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "api_token_account_id_index" on "api_token" ("account_id")`);
    this.addSql(`alter table "api_token" add constraint "api_token_token_hash_unique" unique ("token_hash")`);
    this.addSql(`create index "api_token_created_at_id_index" on "api_token" ("created_at", "id")`);
    this.addSql(
      `alter table "api_token" add constraint "api_token_lifetime" check (expires_at > created_at)`,
    );
    this.addSql(
      `create table "invitation" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "kind" text not null, "account_id" uuid not null, "name" text not null, "token_hash" text not null, "invited_by_id" uuid null, "sent_at" timestamptz not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "revoked_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "invitation_account_id_index" on "invitation" ("account_id")`);
    this.addSql(
      `alter table "invitation" add constraint "invitation_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(`create index "invitation_invited_by_id_index" on "invitation" ("invited_by_id")`);
    this.addSql(`create index "invitation_created_at_id_index" on "invitation" ("created_at", "id")`);
    this.addSql(
      `alter table "invitation" add constraint "invitation_used_once" check (accepted_at is null or revoked_at is null)`,
    );
    this.addSql(`alter table "invitation" add constraint "invitation_lifetime" check (expires_at > sent_at)`);
    this.addSql(
      `alter table "invitation" add constraint "invitation_kind_check" check ("kind" in ('INVITATION', 'PASSWORD'))`,
    );
    this.addSql(
      `create table "invitation_grant" ("id" uuid not null, "invitation_id" uuid not null, "role" text not null, "scope" text not null, "scope_id" uuid null, primary key ("id"))`,
    );
    this.addSql(
      `create index "invitation_grant_invitation_id_index" on "invitation_grant" ("invitation_id")`,
    );
    this.addSql(
      `create unique index invitation_grant_once on invitation_grant (invitation_id, role, scope, scope_id) nulls not distinct`,
    );
    this.addSql(
      `alter table "invitation_grant" add constraint "invitation_grant_scope" check ((scope = 'CITY') = (scope_id is null))`,
    );
    this.addSql(
      `alter table "invitation_grant" add constraint "invitation_grant_role_check" check ("role" in ('SYSTEM_ADMIN', 'COORDINATOR', 'UNIT_LIAISON', 'SITE_MANAGER', 'TEAM_LEADER', 'JUDGE', 'CASE_OFFICER', 'AUDITOR', 'VOLUNTEER'))`,
    );
    this.addSql(
      `alter table "invitation_grant" add constraint "invitation_grant_scope_check" check ("scope" in ('CITY', 'REGION', 'UNIT', 'TEAM', 'COMPETITION'))`,
    );
    this.addSql(
      `create table "role_grant" ("id" uuid not null, "account_id" uuid not null, "role" text not null, "scope" text not null, "scope_id" uuid null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "role_grant_account_id_index" on "role_grant" ("account_id")`);
    this.addSql(
      `create unique index role_grant_once on role_grant (account_id, role, scope, scope_id) nulls not distinct`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_scope" check ((scope = 'CITY') = (scope_id is null))`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_role_check" check ("role" in ('SYSTEM_ADMIN', 'COORDINATOR', 'UNIT_LIAISON', 'SITE_MANAGER', 'TEAM_LEADER', 'JUDGE', 'CASE_OFFICER', 'AUDITOR', 'VOLUNTEER'))`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_scope_check" check ("scope" in ('CITY', 'REGION', 'UNIT', 'TEAM', 'COMPETITION'))`,
    );
    this.addSql(
      `create table "session" ("id" uuid not null, "account_id" uuid not null, "token_hash" text not null, "created_at" timestamptz not null, "last_seen_at" timestamptz not null, "expires_at" timestamptz not null, "ended_at" timestamptz null, "ip" text not null, "user_agent" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "session_account_id_index" on "session" ("account_id")`);
    this.addSql(`alter table "session" add constraint "session_token_hash_unique" unique ("token_hash")`);
    this.addSql(
      `alter table "api_token" add constraint "api_token_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "account" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "invitation_grant" add constraint "invitation_grant_invitation_id_foreign" foreign key ("invitation_id") references "invitation" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade`,
    );
    // By hand: what the entities cannot say.
  }
}
