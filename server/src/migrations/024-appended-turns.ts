import { Migration } from '@mikro-orm/migrations';

/** Turns that were drawn to the end of a starting order. */
export class AppendedTurns extends Migration {
  override up(): void {
    this.addSql(
      `alter table "presentation_slot" add column "appended_at" timestamptz null, add column "append_seed" int null`,
    );
    this.addSql(
      `alter table "presentation_slot" add constraint "presentation_slot_appended" check ((appended_at is null) = (append_seed is null))`,
    );
  }
}
