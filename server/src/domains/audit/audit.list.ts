import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import {
  BooleanFilter,
  connectionOf,
  DateTimeFilter,
  IdFilter,
  sortOf,
  TextFilter,
} from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, range, search } from '../../platform/read/filters.ts';
import { auditEventRead } from './audit.read.ts';
import { AuditEventType } from './audit.types.ts';

/** How the log may be narrowed. */
@InputType('AuditEventFilter', { description: 'Narrows the audit log; all that is given must be met.' })
export class AuditEventFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must occur in the name of the person, the step or the reason.',
  })
  search?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'The event itself.' })
  id?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => IdFilter, {
    nullable: true,
    description: 'Whose account; `isNull` for the product and visitors.',
  })
  account?: { eq?: string | null; in?: string[] | null; isNull?: boolean | null } | null;

  @Field(() => TextFilter, { nullable: true, description: 'The step.' })
  operation?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => TextFilter, { nullable: true, description: 'Type of the object it was about.' })
  subjectType?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'The object it was about.' })
  subjectId?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When.' })
  at?: { gte?: Date | null; lt?: Date | null } | null;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether it is in the hash chain.' })
  sealed?: { eq?: boolean | null } | null;
}

const sort = {
  AT: { by: (row) => row.col('at'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type AuditEventSortField = keyof typeof sort;

export const AuditEventSort = sortOf('AuditEvent', sort);
export const AuditEventConnection = connectionOf(AuditEventType, 'AuditEvent');

/** The audit log, the latest first. */
export const auditEventList = defineList<AuditEventFilter, AuditEventSortField>({
  read: auditEventRead,
  filter: {
    search: search('actor', 'operation', (row) => sql`coalesce(${row.col('reason')}, '')`),
    id: equals('id'),
    account: equals('accountId'),
    operation: equals('operation'),
    subjectType: equals('subjectType'),
    subjectId: equals('subjectId'),
    at: range('at'),
    sealed: (row, { eq }) => {
      if (eq === undefined || eq === null) return true;
      return sql<boolean>`${sql.raw(eq ? '' : 'not')} exists (select 1 from audit_seal link where link.event_id = ${row.id})`;
    },
  },
  sort,
  defaultSort: [{ field: 'AT', direction: 'DESC' }],
});
