import { Migration } from '@mikro-orm/migrations';

/** The days on which a judge can be there. */
export class JudgeDays extends Migration {
  override up(): void {
    this.addSql(`alter table "judge" add column "available_days" text[] not null default '{}'`);
  }
}
