import type { Party, UnitKind, UnitRole } from '@xinghuo/shared/units/unit';
import { Field, ID, InputType } from 'type-graphql';
import { connectionOf, enumFilterOf, sortOf } from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, search } from '../../platform/read/filters.ts';
import { withinRegions } from '../places/index.ts';
import { unitRead } from './unit.read.ts';
import { PartyEnum, UnitKindEnum, UnitRoleEnum, UnitType } from './unit.types.ts';

const PartyFilter = enumFilterOf('Party', PartyEnum);
const UnitKindFilter = enumFilterOf('UnitKind', UnitKindEnum);
const UnitRoleFilter = enumFilterOf('UnitRole', UnitRoleEnum);

/** How units may be narrowed. */
@InputType('UnitFilter', { description: 'Narrows a list of units; all that is given must be met.' })
export class UnitFilter {
  @Field(() => String, { nullable: true, description: 'Words that must occur in the name.' })
  search?: string | null;

  @Field(() => PartyFilter, { nullable: true, description: 'Kind of party.' })
  party?: { eq?: Party | null; in?: Party[] | null } | null;

  @Field(() => UnitKindFilter, { nullable: true, description: 'Kind of unit.' })
  kind?: { eq?: UnitKind | null; in?: UnitKind[] | null } | null;

  @Field(() => UnitRoleFilter, { nullable: true, description: 'Role in the coordination mechanism.' })
  role?: { eq?: UnitRole | null; in?: UnitRole[] | null } | null;

  @Field(() => ID, { nullable: true, description: 'In this region or anywhere within it.' })
  region?: string | null;
}

const sort = {
  NAME: { by: (row) => row.col('name'), type: 'text' },
  UPDATED_AT: { by: (row) => row.col('updatedAt'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type UnitSortField = keyof typeof sort;

export const UnitSort = sortOf('Unit', sort);
export const UnitConnection = connectionOf(UnitType, 'Unit');

/** The list of units. */
export const unitList = defineList<UnitFilter, UnitSortField>({
  read: unitRead,
  filter: {
    search: search('name', 'nameEn'),
    party: equals('party'),
    kind: equals('kind'),
    role: equals('role'),
    region: (row, id) => withinRegions(row.col('region'), [id]),
  },
  sort,
  defaultSort: [{ field: 'NAME', direction: 'ASC' }],
});
