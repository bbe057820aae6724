import { UNIT_PERMISSIONS } from '@xinghuo/shared/units/permissions';
import { sql } from 'kysely';
import type { Domain } from '../../platform/domain.ts';
import { describeScope } from '../identity/index.ts';
import { seedUnits } from './seed.ts';
import { Unit } from './unit.entity.ts';
import { UnitResolver } from './unit.resolver.ts';
import './unit-export.ts';
import './unit-import.ts';

export { unitAccess } from './unit.access.ts';
export { Unit } from './unit.entity.ts';
export { unitRead } from './unit.read.ts';

export { UnitType } from './unit.types.ts';
export { unitReferences } from './unit-references.ts';

describeScope('UNIT', {
  name: (scopeId) => sql`(select scope_unit.name from unit scope_unit where scope_unit.id = ${scopeId})`,
  nameEn: (scopeId) =>
    sql`(select nullif(scope_unit.name_en, '') from unit scope_unit where scope_unit.id = ${scopeId})`,
  words: sql`select id, array[name] as words from unit`,
});

/** Member units of the coordination mechanism and units that host teams. */
export const units: Domain = {
  name: 'units',
  permissions: UNIT_PERMISSIONS,
  entities: [Unit],
  resolvers: [UnitResolver],
  loadDemonstration: seedUnits,
};
