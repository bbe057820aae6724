import type { CategoryCode } from '@xinghuo/shared/competition/category';
import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { connectionOf, enumFilterOf, IntFilter, sortOf } from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, range, search } from '../../platform/read/filters.ts';
import { CategoryCodeEnum } from '../competition/index.ts';
import { exemplarRead } from './exemplar.read.ts';
import { ExemplarProjectType } from './exemplar.types.ts';

const ExemplarCategoryFilter = enumFilterOf('ExemplarCategory', CategoryCodeEnum);

/** How exemplary projects may be narrowed. */
@InputType('ExemplarProjectFilter', {
  description: 'Narrows a list of exemplary projects; all that is given must be met.',
})
export class ExemplarProjectFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must occur in title, organisation, region, award or summary.',
  })
  search?: string | null;

  @Field(() => ExemplarCategoryFilter, { nullable: true, description: 'Category.' })
  category?: { eq?: CategoryCode | null; in?: CategoryCode[] | null } | null;

  @Field(() => IntFilter, { nullable: true, description: 'Year of the award.' })
  year?: { eq?: number | null; gte?: number | null; lte?: number | null } | null;
}

const sort = {
  TITLE: { by: (row) => row.col('title'), type: 'text' },
  CATEGORY: { by: (row) => row.col('category'), type: 'text' },
  /** Projects of no known year stand with the oldest. */
  YEAR: { by: (row) => sql`coalesce(${row.col('year')}, 0)`, type: 'integer' },
} as const satisfies Readonly<Record<string, SortField>>;
export type ExemplarProjectSortField = keyof typeof sort;

export const ExemplarProjectSort = sortOf('ExemplarProject', sort);
export const ExemplarProjectConnection = connectionOf(ExemplarProjectType, 'ExemplarProject');

/** The library. */
export const exemplarList = defineList<ExemplarProjectFilter, ExemplarProjectSortField>({
  read: exemplarRead,
  filter: {
    search: search('title', 'titleEn', 'organisation', 'region', 'award', 'summary', 'summaryEn'),
    category: equals('category'),
    year: range('year'),
  },
  sort,
  defaultSort: [
    { field: 'YEAR', direction: 'DESC' },
    { field: 'TITLE', direction: 'ASC' },
  ],
});
