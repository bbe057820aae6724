import { Migration } from '@mikro-orm/migrations';

/** Starting order and clock of presentation rounds. */
export class Presentations extends Migration {
  override up(): void {
    this.addSql(
      `create table "presentation" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "round_id" uuid not null, "seed" int not null, "drawn_at" timestamptz not null, "published_at" timestamptz null, "seconds_allowed" int not null, "grace_seconds" int not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "presentation" add constraint "presentation_round_id_unique" unique ("round_id")`,
    );
    this.addSql(
      `create table "presentation_slot" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "presentation_id" uuid not null, "round_id" uuid not null, "entry_id" uuid not null, "position" int not null, "state" text not null default 'WAITING', "seconds_allowed" int not null, "seconds_used" int not null default 0, "started_at" timestamptz null, "locks_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(
      `create index "presentation_slot_presentation_id_index" on "presentation_slot" ("presentation_id")`,
    );
    this.addSql(`create index "presentation_slot_entry_id_index" on "presentation_slot" ("entry_id")`);
    this.addSql(
      `alter table "presentation_slot" add constraint "presentation_slot_round_id_entry_id_unique" unique ("round_id", "entry_id")`,
    );
    this.addSql(
      `create unique index presentation_slot_on on presentation_slot (round_id) where state in ('ON', 'PAUSED')`,
    );
    this.addSql(
      `alter table "presentation" add constraint "presentation_round_id_foreign" foreign key ("round_id") references "round" ("id")`,
    );
    this.addSql(
      `alter table "presentation_slot" add constraint "presentation_slot_presentation_id_foreign" foreign key ("presentation_id") references "presentation" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "presentation_slot" add constraint "presentation_slot_round_id_foreign" foreign key ("round_id") references "round" ("id")`,
    );
    this.addSql(
      `alter table "presentation_slot" add constraint "presentation_slot_entry_id_foreign" foreign key ("entry_id") references "entry" ("id")`,
    );
    this.addSql(
      `alter table "presentation_slot" add constraint "presentation_slot_state_check" check ("state" in ('WAITING', 'ON', 'PAUSED', 'DONE'))`,
    );
  }
}
