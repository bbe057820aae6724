import type { RegionLevel } from '@xinghuo/shared/places/region';
import { Field, ID, InputType } from 'type-graphql';
import { connectionOf, enumFilterOf, IdFilter, sortOf } from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, search } from '../../platform/read/filters.ts';
import { withinRegions } from './region.access.ts';
import { regionRead } from './region.read.ts';
import { RegionLevelEnum, RegionType } from './region.types.ts';

const RegionLevelFilter = enumFilterOf('RegionLevel', RegionLevelEnum);

/** How regions may be narrowed. */
@InputType('RegionFilter', { description: 'Narrows a list of regions; all that is given must be met.' })
export class RegionFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must occur in the full name, the English name or the code.',
  })
  search?: string | null;

  @Field(() => RegionLevelFilter, { nullable: true, description: 'Level.' })
  level?: { eq?: RegionLevel | null; in?: RegionLevel[] | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'The region directly above.' })
  parent?: { eq?: string | null; in?: string[] | null; isNull?: boolean | null } | null;

  @Field(() => ID, { nullable: true, description: 'This region and all within it.' })
  within?: string | null;
}

const sort = {
  CODE: { by: (row) => row.col('code'), type: 'text' },
  NAME: { by: (row) => row.col('name'), type: 'text' },
} as const satisfies Readonly<Record<string, SortField>>;
export type RegionSortField = keyof typeof sort;

export const RegionSort = sortOf('Region', sort);
export const RegionConnection = connectionOf(RegionType, 'Region');

/** The list of regions. */
export const regionList = defineList<RegionFilter, RegionSortField>({
  read: regionRead,
  filter: {
    search: search('fullName', 'nameEn', 'code'),
    level: equals('level'),
    parent: equals('parent'),
    within: (row, id) => withinRegions(row.id, [id]),
  },
  sort,
  defaultSort: [{ field: 'CODE', direction: 'ASC' }],
});
