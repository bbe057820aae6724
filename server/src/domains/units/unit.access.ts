import { defineAccess } from '../../platform/access/access.ts';
import { anyOf, isIn } from '../../platform/access/condition.ts';
import { holdsCitywide, scopeIds } from '../../platform/access/viewer.ts';

/**
 * Units: their directory is public, as organisers and hosts are named on public pages; listing them asks for a
 * permission of its own. A liaison looks after the own unit.
 */
export const unitAccess = defineAccess({
  subject: 'Unit',
  read: () => true,
  actions: {
    manage: (viewer) => holdsCitywide(viewer, 'COORDINATOR'),
    update: (viewer, row) =>
      anyOf(holdsCitywide(viewer, 'COORDINATOR'), isIn(row.id, scopeIds(viewer, 'UNIT_LIAISON', 'UNIT'))),
    /** Who to turn to is told to signed-in people only. */
    contact: (viewer) => viewer.accountId !== null || viewer.via === 'system',
  },
});
