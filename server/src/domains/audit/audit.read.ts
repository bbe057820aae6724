import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import { holds, holdsCitywide } from '../../platform/access/viewer.ts';
import { type AuditChange, AuditEvent, AuditSeal } from '../../platform/audit/audit-event.entity.ts';
import { column, computed, defineRead, expression } from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import { auditEventAccess, auditSealAccess, historyEventAccess } from './audit.access.ts';

/** How a link is read. */
export const auditSealRead = defineRead({
  type: 'AuditSeal',
  entity: AuditSeal,
  access: auditSealAccess,
  fields: {
    /** The event exactly as it was hashed: a list of texts in the order of `linkHash`. */
    content: expression(
      (
        row,
      ) => sql`(select json_build_array(e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.account_id,
        e.actor, e.via, e.operation, e.subject_type, e.subject_id, e.reason, e.request_id, e.changes::text)
        from audit_event e where e.id = ${row.col('event')})`,
    ),
  },
});

const sealOf = (event: Row, value: Sql): Sql =>
  sql`(select ${value} from audit_seal link where link.event_id = ${event.id})`;

/** Where the name of an object and its English one stand, by its type. */
const NAMED: Readonly<Record<string, readonly [table: string, name: string, english?: string]>> = {
  Account: ['account', 'name'],
  Competition: ['competition', 'title', 'title_en'],
  Entry: ['entry', 'title', 'title_en'],
  ExemplarProject: ['exemplar_project', 'title', 'title_en'],
  Judge: ['judge', 'name', 'name_en'],
  Region: ['region', 'name', 'name_en'],
  Round: ['round', 'title', 'title_en'],
  Team: ['team', 'name', 'name_en'],
  TrainingSession: ['training_session', 'title', 'title_en'],
  Unit: ['unit', 'name', 'name_en'],
};

/** The present name of what an event was about, or its English one. */
const subjectName =
  (which: 'name' | 'english') =>
  (row: Row): Sql => {
    const cases = Object.entries(NAMED).flatMap(([type, [table, name, english]]) => {
      const column = which === 'name' ? name : english;
      return column === undefined
        ? []
        : [
            sql`when ${type} then (select named.${sql.ref(column)} from ${sql.table(table)} named where named.id = ${row.col('subjectId')})`,
          ];
    });
    return sql`case ${row.col('subjectType')} ${sql.join(cases, sql` `)} end`;
  };

/** How the log is read. */
export const auditEventRead = defineRead({
  type: 'AuditEvent',
  entity: AuditEvent,
  access: auditEventAccess,
  fields: {
    subjectName: expression(subjectName('name')),
    subjectNameEn: expression(subjectName('english')),
    sealPosition: expression((row) => sealOf(row, sql`link.position`)),
    sealHash: expression((row) => sealOf(row, sql`link.hash`)),
  },
});

/** How the history of one object is read. */
export const historyEventRead = defineRead({
  type: 'HistoryEvent',
  entity: AuditEvent,
  access: historyEventAccess,
  fields: {
    whole: column('changes'),
    changes: computed(['whole', 'subjectId'], (row, { viewer }) => {
      const changes = row.get<readonly AuditChange[]>('whole');
      if (holds(viewer, 'AUDITOR', 'SYSTEM_ADMIN') || holdsCitywide(viewer, 'COORDINATOR')) return changes;
      return changes.filter((change) => change.id === row.get<string>('subjectId'));
    }),
  },
});
