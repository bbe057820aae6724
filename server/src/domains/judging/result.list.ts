import type { ObjectionState } from '@xinghuo/shared/judging/domain/objection';
import type { ResultFlag } from '@xinghuo/shared/judging/domain/result';
import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { allOf } from '../../platform/access/condition.ts';
import { BooleanFilter, connectionOf, enumFilterOf, IdFilter, sortOf } from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, flag, search } from '../../platform/read/filters.ts';
import { overseesRow } from './judging.access.ts';
import { ObjectionStateEnum, ObjectionType } from './objection.types.ts';
import { objectionRead, resultRead, resultRowRead } from './result.read.ts';
import { ResultFlagEnum, ResultRowType, ResultType } from './result.types.ts';

type Ids = { eq?: string | null; in?: string[] | null; isNull?: boolean | null };
const ObjectionStateFilter = enumFilterOf('ObjectionState', ObjectionStateEnum);

/** How results may be narrowed. */
@InputType('ResultFilter', { description: 'Narrows a list of results; all that is given must be met.' })
export class ResultFilter {
  @Field(() => IdFilter, { nullable: true, description: 'Edition.' })
  competition?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Round; `isNull` for results of the whole edition.' })
  round?: Ids | null;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether it counts.' })
  official?: { eq?: boolean | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'Computed in one go.' })
  batch?: Ids | null;
}

const resultSort = {
  COMPUTED_AT: { by: (row) => row.col('computedAt'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type ResultSortField = keyof typeof resultSort;

export const ResultSort = sortOf('Result', resultSort);
export const ResultConnection = connectionOf(ResultType, 'Result');

/** The list of results. */
export const resultList = defineList<ResultFilter, ResultSortField>({
  read: resultRead,
  filter: {
    competition: equals('competition'),
    round: equals('round'),
    official: flag('official'),
    batch: equals('batch'),
  },
  sort: resultSort,
  defaultSort: [{ field: 'COMPUTED_AT', direction: 'DESC' }],
});

/** How rows of results may be narrowed. */
@InputType('ResultRowFilter', { description: 'Narrows a ranking; all that is given must be met.' })
export class ResultRowFilter {
  @Field(() => IdFilter, { nullable: true, description: 'Result.' })
  result?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Category.' })
  category?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Entry.' })
  entry?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Award after the deliberation.' })
  award?: Ids | null;

  @Field(() => ResultFlagEnum, {
    nullable: true,
    description: 'Carries this flag; for coordinators and auditors.',
  })
  flag?: ResultFlag | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words that must occur in the entry’s number or title, or its team’s name.',
  })
  search?: string | null;
}

const rowSort = {
  CATEGORY: {
    by: (row) => sql`(select placed.position from category placed where placed.id = ${row.col('category')})`,
    type: 'integer',
  },
  CATEGORY_RANK: { by: (row) => sql`coalesce(${row.col('categoryRank')}, 2147483647)`, type: 'integer' },
  OVERALL_RANK: { by: (row) => sql`coalesce(${row.col('overallRank')}, 2147483647)`, type: 'integer' },
  TOTAL: { by: (row) => sql`coalesce(${row.col('total')}, -1)`, type: 'numeric' },
} as const satisfies Readonly<Record<string, SortField>>;
export type ResultRowSortField = keyof typeof rowSort;

export const ResultRowSort = sortOf('ResultRow', rowSort);
export const ResultRowConnection = connectionOf(ResultRowType, 'ResultRow');

/** The rows of results, by place. */
export const resultRowList = defineList<ResultRowFilter, ResultRowSortField>({
  read: resultRowRead,
  filter: {
    result: equals('result'),
    category: equals('category'),
    entry: equals('entry'),
    award: equals('award'),
    flag: (row, value, { viewer }) =>
      allOf(overseesRow(viewer, row), sql<boolean>`${value} = any(${row.col('flags')})`),
    search: search(
      (row) =>
        sql`(select concat_ws(' ', e.number, e.title, t.name) from entry e join team t on t.id = e.team_id where e.id = ${row.col('entry')})`,
    ),
  },
  sort: rowSort,
  defaultSort: [
    { field: 'CATEGORY', direction: 'ASC' },
    { field: 'CATEGORY_RANK', direction: 'ASC' },
  ],
});

/** How objections may be narrowed. */
@InputType('ObjectionFilter', { description: 'Narrows a list of objections; all that is given must be met.' })
export class ObjectionFilter {
  @Field(() => String, { nullable: true, description: 'Words that must occur in the text.' })
  search?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'Edition.' })
  competition?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Entry.' })
  entry?: Ids | null;

  @Field(() => ObjectionStateFilter, { nullable: true, description: 'State.' })
  state?: { eq?: ObjectionState | null; in?: ObjectionState[] | null } | null;
}

const objectionSort = {
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type ObjectionSortField = keyof typeof objectionSort;

export const ObjectionSort = sortOf('Objection', objectionSort);
export const ObjectionConnection = connectionOf(ObjectionType, 'Objection');

/** The list of objections. */
export const objectionList = defineList<ObjectionFilter, ObjectionSortField>({
  read: objectionRead,
  filter: {
    search: search('text'),
    competition: equals('competition'),
    entry: equals('entry'),
    state: equals('state'),
  },
  sort: objectionSort,
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
});
