import type { CompetitionState } from '@xinghuo/shared/competition/competition';
import { Field, InputType } from 'type-graphql';
import { connectionOf, enumFilterOf, IntFilter, sortOf } from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, range, search } from '../../platform/read/filters.ts';
import { competitionRead } from './competition.read.ts';
import { CompetitionStateEnum, CompetitionType } from './competition.types.ts';

const CompetitionStateFilter = enumFilterOf('CompetitionState', CompetitionStateEnum);

/** How editions may be narrowed. */
@InputType('CompetitionFilter', { description: 'Narrows a list of editions; all that is given must be met.' })
export class CompetitionFilter {
  @Field(() => String, { nullable: true, description: 'Words that must occur in title or theme.' })
  search?: string | null;

  @Field(() => CompetitionStateFilter, { nullable: true, description: 'Phase.' })
  state?: { eq?: CompetitionState | null; in?: CompetitionState[] | null } | null;

  @Field(() => IntFilter, { nullable: true, description: 'Edition.' })
  year?: { eq?: number | null; gte?: number | null; lte?: number | null } | null;
}

const sort = {
  YEAR: { by: (row) => row.col('year'), type: 'integer' },
  TITLE: { by: (row) => row.col('title'), type: 'text' },
} as const satisfies Readonly<Record<string, SortField>>;
export type CompetitionSortField = keyof typeof sort;

export const CompetitionSort = sortOf('Competition', sort);
export const CompetitionConnection = connectionOf(CompetitionType, 'Competition');

/** The list of editions. */
export const competitionList = defineList<CompetitionFilter, CompetitionSortField>({
  read: competitionRead,
  filter: { search: search('title', 'titleEn', 'theme'), state: equals('state'), year: range('year') },
  sort,
  defaultSort: [{ field: 'YEAR', direction: 'DESC' }],
});
