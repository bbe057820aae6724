import { sql } from 'kysely';
import { defineAccess } from '../../platform/access/access.ts';
import { type Condition, isIn, type Sql } from '../../platform/access/condition.ts';

/** Regions are public facts; nobody changes them through the contract. */
export const regionAccess = defineAccess({ subject: 'Region', read: () => true, actions: {} });

/** Met when the region behind `regionId` is one of `ids` or lies in one: a code begins with those above it. */
export function withinRegions(regionId: Sql, ids: readonly string[]): Condition {
  if (ids.length === 0) return false;
  return sql<boolean>`exists (select 1 from region inner_region, region outer_region where inner_region.id = ${regionId} and ${isIn(
    sql`outer_region.id`,
    ids,
  )} and starts_with(inner_region.code, outer_region.code))`;
}
