import { sql } from 'kysely';
import type { Domain } from '../../platform/domain.ts';
import { describeScope } from '../identity/index.ts';
import { loadRegions } from './load-regions.ts';
import { Region } from './region.entity.ts';
import './region-export.ts';
import { RegionResolver } from './region.resolver.ts';

export { regionAccess, withinRegions } from './region.access.ts';
export { Region } from './region.entity.ts';

export { RegionType } from './region.types.ts';
export { regionReferences } from './region-references.ts';

describeScope('REGION', {
  name: (scopeId) =>
    sql`(select scope_region.full_name from region scope_region where scope_region.id = ${scopeId})`,
  nameEn: (scopeId) =>
    sql`(select scope_region.name_en from region scope_region where scope_region.id = ${scopeId})`,
  words: sql`select id, array[name, full_name, code] as words from region`,
});

/** The administrative division of the city. */
export const places: Domain = {
  name: 'places',
  permissions: {},
  entities: [Region],
  resolvers: [RegionResolver],
  loadReference: loadRegions,
};
