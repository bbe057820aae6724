import type { CategoryCode } from '@xinghuo/shared/competition/category';
import type { ConflictSource, JudgeState } from '@xinghuo/shared/judging/domain/judge';
import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { BooleanFilter, connectionOf, enumFilterOf, IdFilter, sortOf } from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, flag, search } from '../../platform/read/filters.ts';
import { CategoryCodeEnum } from '../competition/index.ts';
import { ConflictSourceEnum, ConflictType, JudgeStateEnum, JudgeType } from './judge.types.ts';
import { conflictRead, judgeRead } from './judging.read.ts';

const JudgeStateFilter = enumFilterOf('JudgeState', JudgeStateEnum);
const ConflictSourceFilter = enumFilterOf('ConflictSource', ConflictSourceEnum);

/** How judges may be narrowed. */
@InputType('JudgeFilter', { description: 'Narrows a list of judges; all that is given must be met.' })
export class JudgeFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must occur in name, address, organisation or title.',
  })
  search?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'Edition.' })
  competition?: { eq?: string | null; in?: string[] | null; isNull?: boolean | null } | null;

  @Field(() => JudgeStateFilter, { nullable: true, description: 'State.' })
  state?: { eq?: JudgeState | null; in?: JudgeState[] | null } | null;

  @Field(() => CategoryCodeEnum, { nullable: true, description: 'Knows this category.' })
  expertise?: CategoryCode | null;
}

const judgeSort = {
  NUMBER: { by: (row) => row.col('number'), type: 'integer' },
  NAME: { by: (row) => row.col('name'), type: 'text' },
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type JudgeSortField = keyof typeof judgeSort;

export const JudgeSort = sortOf('Judge', judgeSort);
export const JudgeConnection = connectionOf(JudgeType, 'Judge');

/** The list of judges. */
export const judgeList = defineList<JudgeFilter, JudgeSortField>({
  read: judgeRead,
  filter: {
    search: search('name', 'nameEn', 'email', 'organisation', 'title'),
    competition: equals('competition'),
    state: equals('state'),
    expertise: (row, code) => sql<boolean>`${code} = any(${row.col('expertise')})`,
  },
  sort: judgeSort,
  defaultSort: [{ field: 'NUMBER', direction: 'ASC' }],
});

/** How conflicts may be narrowed. */
@InputType('ConflictFilter', { description: 'Narrows a list of conflicts; all that is given must be met.' })
export class ConflictFilter {
  @Field(() => IdFilter, { nullable: true, description: 'Edition.' })
  competition?: { eq?: string | null; in?: string[] | null; isNull?: boolean | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'Judge.' })
  judge?: { eq?: string | null; in?: string[] | null; isNull?: boolean | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'Entry.' })
  entry?: { eq?: string | null; in?: string[] | null; isNull?: boolean | null } | null;

  @Field(() => ConflictSourceFilter, { nullable: true, description: 'Where it comes from.' })
  source?: { eq?: ConflictSource | null; in?: ConflictSource[] | null } | null;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether it was withdrawn.' })
  withdrawn?: { eq?: boolean | null } | null;
}

const conflictSort = {
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type ConflictSortField = keyof typeof conflictSort;

export const ConflictSort = sortOf('Conflict', conflictSort);
export const ConflictConnection = connectionOf(ConflictType, 'Conflict');

/** The list of conflicts. */
export const conflictList = defineList<ConflictFilter, ConflictSortField>({
  read: conflictRead,
  filter: {
    competition: equals(
      (row) =>
        sql`(select of_judge.competition_id from judge of_judge where of_judge.id = ${row.col('judge')})`,
    ),
    judge: equals('judge'),
    entry: equals('entry'),
    source: equals('source'),
    withdrawn: flag((row) => sql`(${row.col('withdrawnAt')} is not null)`),
  },
  sort: conflictSort,
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
});
