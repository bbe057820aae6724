import { Migration } from '@mikro-orm/migrations';

/** What the filters of a long audit log need: the latest lines of one step, and of one kind of object. */
export class AuditFilters extends Migration {
  override up(): void {
    this.addSql(`create index "audit_event_operation_at_index" on "audit_event" ("operation", "at")`);
    this.addSql(`create index "audit_event_subject_type_at_index" on "audit_event" ("subject_type", "at")`);
  }
}
