import { Migration } from '@mikro-orm/migrations';

/** The order of work of judges who began before it was kept. */
export class OpenedOrder extends Migration {
  override up(): void {
    this.addSql(`update score_sheet s set opened_order = begun.place
      from (select id, row_number() over (partition by judge_id, round_id order by started_at, id) as place,
          bool_or(opened_order is null) over (partition by judge_id, round_id) as unkept
        from score_sheet where started_at is not null) begun
      where begun.id = s.id and begun.unkept`);
  }
}
