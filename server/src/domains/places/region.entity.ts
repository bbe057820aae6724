import { defineEntity, p } from '@mikro-orm/core';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { REGION_LEVELS, type RegionLevel } from '@xinghuo/shared/places/region';
import { id } from '../../platform/entity/base.ts';

const RegionSchema = defineEntity({
  name: 'Region',
  tableName: 'region',
  properties: {
    ...id,
    /** The national statistical code; it begins with the parent's, so a prefix of it is a subtree. */
    code: p.text().unique(),
    name: p.text(),
    nameEn: p.text().nullable(),
    level: p.enum(valuesOf(REGION_LEVELS)).$type<RegionLevel>(),
    parent: () => p.manyToOne(Region).ref().nullable().deleteRule('restrict').index(),
    /** The names from the county down, written together. */
    fullName: p.text().index(),
  },
  indexes: [
    {
      name: 'region_code_prefix',
      expression: 'create index region_code_prefix on region (code text_pattern_ops)',
    },
  ],
});

/** A place of the administrative division, from the city down to its communities. */
export class Region extends RegionSchema.class {}
RegionSchema.setClass(Region);
