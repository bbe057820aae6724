import { Migration } from '@mikro-orm/migrations';

/** Indexes that measuring showed to be missing: the default order of entries, and judges counted by entry. */
export class Indexes extends Migration {
  override up(): void {
    this.addSql(
      `create index "entry_competition_id_updated_at_id_index" on "entry" ("competition_id", "updated_at", "id")`,
    );
    this.addSql(`create index assignment_live on assignment (round_id, entry_id) where live`);
  }
}
