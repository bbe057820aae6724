import { Migration } from '@mikro-orm/migrations';

/** The steps that the computation of a plan tells. */
export class PlanSteps extends Migration {
  override up(): void {
    this.addSql(`alter table "computation" drop constraint "computation_step_check"`);
    this.addSql(
      `alter table "computation" add constraint "computation_step_check" check ("step" in ('READING', 'RULES', 'SEVERITY', 'PLACES', 'SINGLE_MARKS', 'REVIEWS', 'COVERAGE', 'PRICES', 'ASSIGNING', 'MIXING', 'WAYS_OUT', 'STORING'))`,
    );
  }
}
