import { Migration } from '@mikro-orm/migrations';

/** Tables of the training domain. */
export class Training extends Migration {
  override up(): void {
    this.addSql(
      `create table "training_session" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "competition_id" uuid not null, "title" text not null, "title_en" text not null default '', "description" text not null default '', "description_en" text not null default '', "starts_at" timestamptz not null, "ends_at" timestamptz not null, "place" text not null, "place_en" text not null default '', "lecturer" text not null, "capacity" int not null, "registered_count" int not null default 0, "state" text not null default 'SCHEDULED', "cancel_reason" text null, primary key ("id"))`,
    );
    this.addSql(
      `create index "training_session_competition_id_starts_at_index" on "training_session" ("competition_id", "starts_at")`,
    );
    this.addSql(
      `alter table "training_session" add constraint "training_session_period" check (ends_at > starts_at)`,
    );
    this.addSql(
      `alter table "training_session" add constraint "training_session_room" check (registered_count between 0 and capacity)`,
    );
    this.addSql(
      `alter table "training_session" add constraint "training_session_state_check" check ("state" in ('SCHEDULED', 'CANCELLED'))`,
    );
    this.addSql(
      `create table "training_registration" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "session_id" uuid not null, "team_id" uuid not null, "attendees" text[] not null, "present" text[] null, "cancelled_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "training_registration_team_id_index" on "training_registration" ("team_id")`);
    this.addSql(
      `create unique index training_registration_once on training_registration (session_id, team_id) where cancelled_at is null`,
    );
    this.addSql(
      `alter table "training_registration" add constraint "training_registration_present" check (cardinality(attendees) > 0 and (present is null or present <@ attendees))`,
    );
    this.addSql(
      `alter table "training_session" add constraint "training_session_competition_id_foreign" foreign key ("competition_id") references "competition" ("id")`,
    );
    this.addSql(
      `alter table "training_registration" add constraint "training_registration_session_id_foreign" foreign key ("session_id") references "training_session" ("id")`,
    );
    this.addSql(
      `alter table "training_registration" add constraint "training_registration_team_id_foreign" foreign key ("team_id") references "team" ("id")`,
    );
    // By hand: what the entities cannot say.
  }
}
