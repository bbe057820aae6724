import { defineAccess } from '../../platform/access/access.ts';
import { holds } from '../../platform/access/viewer.ts';

/** Background work: administrators and auditors. */
export const jobAccess = defineAccess({
  subject: 'Job',
  read: (viewer) => holds(viewer, 'SYSTEM_ADMIN', 'AUDITOR'),
  actions: { retry: (viewer) => holds(viewer, 'SYSTEM_ADMIN') },
});
