import { defineAccess } from '../../platform/access/access.ts';
import { holds } from '../../platform/access/viewer.ts';

/** The log as a whole: auditors and administrators. Nobody writes in it: it comes with every step. */
export const auditEventAccess = defineAccess({
  subject: 'AuditEvent',
  read: (viewer) => holds(viewer, 'AUDITOR', 'SYSTEM_ADMIN'),
  actions: {},
});

/** Links of the chain are seen with their events. */
export const auditSealAccess = defineAccess({
  subject: 'AuditSeal',
  read: (viewer) => holds(viewer, 'AUDITOR', 'SYSTEM_ADMIN'),
  actions: {},
});

/** What happened to one object, for those who run it: the query asks first whether the viewer sees the object. */
export const historyEventAccess = defineAccess({
  subject: 'HistoryEvent',
  read: (viewer) => holds(viewer, 'AUDITOR', 'SYSTEM_ADMIN', 'COORDINATOR'),
  actions: {},
});
