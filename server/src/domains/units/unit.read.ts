import { column, computed, defineRead } from '../../platform/read/define-read.ts';
import { unitAccess } from './unit.access.ts';
import { Unit } from './unit.entity.ts';

/** How a unit is read. */
export const unitRead = defineRead({
  type: 'Unit',
  entity: Unit,
  access: unitAccess,
  fields: {
    liaisonName: column('liaisonName', { shown: unitAccess.actions.contact }),
    canManage: computed([], (row) => row.may('manage'), ['manage']),
    canUpdate: computed([], (row) => row.may('update'), ['update']),
  },
});
