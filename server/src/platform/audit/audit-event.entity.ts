import { defineEntity, p } from '@mikro-orm/core';

/** One change of one object inside an audited step; secret values never stand here. */
export interface AuditChange {
  readonly type: string;
  readonly id: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

const AuditEventSchema = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_event',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    /** Null for the system itself. */
    accountId: p.uuid().nullable(),
    /** Name at the time, so that the line reads without the account. */
    actor: p.text(),
    via: p.text(),
    operation: p.text(),
    /** The object the step was about: what the history of a page lists. */
    subjectType: p.text().nullable(),
    subjectId: p.uuid().nullable(),
    reason: p.text().nullable(),
    requestId: p.text().nullable(),
    changes: p.json<readonly AuditChange[]>(),
  },
  indexes: [
    { properties: ['at', 'id'] },
    { properties: ['subjectId', 'at'] },
    { properties: ['accountId', 'at'] },
    { properties: ['operation', 'at'] },
    { properties: ['subjectType', 'at'] },
  ],
});

/** Who did what, when, to what, and why: append-only; the database refuses updates and deletes. */
export class AuditEvent extends AuditEventSchema.class {}
AuditEventSchema.setClass(AuditEvent);

const AuditSealSchema = defineEntity({
  name: 'AuditSeal',
  tableName: 'audit_seal',
  properties: {
    position: p.bigint('number').primary().autoincrement(false),
    event: () => p.oneToOne(AuditEvent).ref().owner().unique(),
    hash: p.text(),
  },
});

/**
 * The hash chain over audit events. Events are chained shortly after their commit, in one place and one order:
 * chaining inside each transaction would make all writers of the city wait for one another.
 */
export class AuditSeal extends AuditSealSchema.class {}
AuditSealSchema.setClass(AuditSeal);
