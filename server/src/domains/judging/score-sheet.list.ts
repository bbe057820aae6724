import type { SheetState } from '@xinghuo/shared/judging/domain/score-sheet';
import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { not, type Sql } from '../../platform/access/condition.ts';
import {
  BooleanFilter,
  connectionOf,
  DateTimeFilter,
  enumFilterOf,
  IdFilter,
  sortOf,
} from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, flag, range } from '../../platform/read/filters.ts';
import type { Row } from '../../platform/read/row.ts';
import { AssignmentType } from './assignment.types.ts';
import { judgesOf } from './judging.conditions.ts';
import { assignmentRead } from './judging.read.ts';
import { scoreSheetRead } from './score-sheet.read.ts';
import { ScoreSheetType, SheetStateEnum } from './score-sheet.types.ts';

type Ids = { eq?: string | null; in?: string[] | null; isNull?: boolean | null };
const SheetStateFilter = enumFilterOf('ScoreSheetState', SheetStateEnum);

const categoryOf = (row: Row): Sql =>
  sql`(select placed.category_id from entry placed where placed.id = ${row.col('entry')})`;
const positionOf = (row: Row): Sql =>
  sql`(select held.position from assignment held where held.id = ${row.col('assignment')})`;

/** How score sheets may be narrowed. */
@InputType('ScoreSheetFilter', {
  description: 'Narrows a list of score sheets; all that is given must be met.',
})
export class ScoreSheetFilter {
  @Field(() => IdFilter, { nullable: true, description: 'Round.' })
  round?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Category of the entry.' })
  category?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Entry.' })
  entry?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Judge.' })
  judge?: Ids | null;

  @Field(() => SheetStateFilter, { nullable: true, description: 'State.' })
  state?: { eq?: SheetState | null; in?: SheetState[] | null } | null;

  @Field(() => BooleanFilter, { nullable: true, description: 'True: the viewer’s own as a judge.' })
  mine?: { eq?: boolean | null } | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was submitted last.' })
  submittedAt?: { gte?: Date | null; lt?: Date | null } | null;
}

const sheetSort = {
  POSITION: { by: positionOf, type: 'integer' },
  CATEGORY: {
    by: (row) =>
      sql`(select placed.position from category placed join entry of_entry on of_entry.category_id = placed.id where of_entry.id = ${row.col('entry')})`,
    type: 'integer',
  },
  JUDGE: {
    by: (row) => sql`(select of_judge.number from judge of_judge where of_judge.id = ${row.col('judge')})`,
    type: 'integer',
  },
  UPDATED_AT: { by: (row) => row.col('updatedAt'), type: 'timestamptz' },
  SUBMITTED_AT: {
    by: (row) => sql`coalesce(${row.col('submittedAt')}, 'infinity'::timestamptz)`,
    type: 'timestamptz',
  },
  TOTAL: { by: (row) => sql`coalesce(${row.col('total')}, -1)`, type: 'numeric' },
} as const satisfies Readonly<Record<string, SortField>>;
export type ScoreSheetSortField = keyof typeof sheetSort;

export const ScoreSheetSort = sortOf('ScoreSheet', sheetSort);
export const ScoreSheetConnection = connectionOf(ScoreSheetType, 'ScoreSheet');

/** The list of score sheets. */
export const scoreSheetList = defineList<ScoreSheetFilter, ScoreSheetSortField>({
  read: scoreSheetRead,
  filter: {
    round: equals('round'),
    category: equals(categoryOf),
    entry: equals('entry'),
    judge: equals('judge'),
    state: equals('state'),
    mine: (row, value, { viewer }) => {
      if (value.eq === undefined || value.eq === null) return true;
      const own = sql<boolean>`${row.col('judge')} = any (${judgesOf(viewer.accountId)})`;
      return value.eq ? own : not(own);
    },
    submittedAt: range('submittedAt'),
  },
  sort: sheetSort,
  defaultSort: [
    { field: 'CATEGORY', direction: 'ASC' },
    { field: 'POSITION', direction: 'ASC' },
  ],
});

/** How assignments may be narrowed. */
@InputType('AssignmentFilter', {
  description: 'Narrows a list of assignments; all that is given must be met.',
})
export class AssignmentFilter {
  @Field(() => IdFilter, { nullable: true, description: 'Round.' })
  round?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Entry.' })
  entry?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Judge.' })
  judge?: Ids | null;

  @Field(() => IdFilter, { nullable: true, description: 'Category of the entry.' })
  category?: Ids | null;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether it holds.' })
  live?: { eq?: boolean | null } | null;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether it is pinned.' })
  pinned?: { eq?: boolean | null } | null;
}

const assignmentSort = {
  POSITION: { by: (row) => row.col('position'), type: 'integer' },
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type AssignmentSortField = keyof typeof assignmentSort;

export const AssignmentSort = sortOf('Assignment', assignmentSort);
export const AssignmentConnection = connectionOf(AssignmentType, 'Assignment');

/** The list of assignments. */
export const assignmentList = defineList<AssignmentFilter, AssignmentSortField>({
  read: assignmentRead,
  filter: {
    round: equals('round'),
    entry: equals('entry'),
    judge: equals('judge'),
    category: equals(categoryOf),
    live: flag('live'),
    pinned: flag('pinned'),
  },
  sort: assignmentSort,
  defaultSort: [{ field: 'CREATED_AT', direction: 'ASC' }],
});
