import { CATEGORIES, type CategoryCode } from '@xinghuo/shared/competition/category';
import type { EntryState } from '@xinghuo/shared/competition/entry';
import type { ApplicantKind } from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { asSql, isIn } from '../../platform/access/condition.ts';
import { containsText } from '../../platform/database/index.ts';
import {
  connectionOf,
  DateTimeFilter,
  enumFilterOf,
  IdFilter,
  sortOf,
} from '../../platform/graphql/types.ts';
import { defineList, type FilterField, type SortField } from '../../platform/read/define-list.ts';
import { equals, range } from '../../platform/read/filters.ts';
import type { Row } from '../../platform/read/row.ts';
import { ApplicantKindFilter } from '../teams/index.ts';
import { entryRead } from './entry.read.ts';
import { EntryStateEnum, EntryType } from './entry.types.ts';
import { CategoryCodeEnum } from './rubric.types.ts';

export const EntryStateFilter = enumFilterOf('EntryState', EntryStateEnum);
export const CategoryCodeFilter = enumFilterOf('CategoryCode', CategoryCodeEnum);

interface IdChoice {
  eq?: string | null;
  in?: string[] | null;
  isNull?: boolean | null;
}

/** How entries may be narrowed. */
@InputType('EntryFilter', { description: 'Narrows a list of entries; all that is given must be met.' })
export class EntryFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that must occur in title, summary or number, or in the team’s name; from two characters on.',
  })
  search?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'Edition.' })
  competition?: IdChoice | null;

  @Field(() => IdFilter, { nullable: true, description: 'Category of an edition.' })
  category?: IdChoice | null;

  @Field(() => CategoryCodeFilter, { nullable: true, description: 'Category, in any edition.' })
  categoryCode?: { eq?: CategoryCode | null; in?: CategoryCode[] | null } | null;

  @Field(() => EntryStateFilter, { nullable: true, description: 'State.' })
  state?: { eq?: EntryState | null; in?: EntryState[] | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'Team.' })
  team?: IdChoice | null;

  @Field(() => ApplicantKindFilter, { nullable: true, description: 'Kind of applicant.' })
  applicantKind?: { eq?: ApplicantKind | null; in?: ApplicantKind[] | null } | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Latest submission.' })
  submittedAt?: { gte?: Date | null; lt?: Date | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'Award; `isNull` for entries without one.' })
  award?: IdChoice | null;
}

/** Words in the entry's own indexed text or in the team's name. */
const searchEntry: FilterField<string> = (row, value) => {
  const words = value.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const text = sql<string>`${row.col('title')} || ' ' || ${row.col('summary')} || ' ' || coalesce(${row.col('number')}, '')`;
  const team = sql<string>`(select searched.name from team searched where searched.id = ${row.col('team')})`;
  const hits = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
    return sql<boolean>`(${containsText(text, word)} or ${team} ilike ${pattern})`;
  });
  return hits.length === 0 ? true : sql<boolean>`(${sql.join(hits, sql` and `)})`;
};

/** Categories sort as on the notice, not by their codes. */
const categoryPlace = (row: Row) =>
  sql`(select placed.position from category placed where placed.id = ${row.col('category')})`;

const sort = {
  NUMBER: { by: (row) => sql`coalesce(${row.col('number')}, '')`, type: 'text' },
  TITLE: { by: (row) => row.col('title'), type: 'text' },
  CATEGORY: { by: categoryPlace, type: 'integer' },
  STATE: { by: (row) => row.col('state'), type: 'text' },
  SUBMITTED_AT: {
    by: (row) => sql`coalesce(${row.col('submittedAt')}, '-infinity'::timestamptz)`,
    type: 'timestamptz',
  },
  UPDATED_AT: { by: (row) => row.col('updatedAt'), type: 'timestamptz' },
  BUDGET_TOTAL: { by: (row) => row.col('budgetTotal'), type: 'numeric' },
} as const satisfies Readonly<Record<string, SortField>>;
export type EntrySortField = keyof typeof sort;

export const EntrySort = sortOf('Entry', sort);
export const EntryConnection = connectionOf(EntryType, 'Entry');

/** The list of entries. */
export const entryList = defineList<EntryFilter, EntrySortField>({
  read: entryRead,
  filter: {
    search: searchEntry,
    competition: equals('competition'),
    category: equals('category'),
    categoryCode: (row, value) => {
      const codes = (value.in ?? (value.eq ? [value.eq] : [])).filter((code) => code in CATEGORIES);
      return sql<boolean>`exists (select 1 from category coded where coded.id = ${row.col('category')} and ${asSql(isIn(sql`coded.code`, codes))})`;
    },
    state: equals('state'),
    team: equals('team'),
    applicantKind: equals('applicantKind'),
    submittedAt: range('submittedAt'),
    award: equals('award'),
  },
  sort,
  defaultSort: [{ field: 'UPDATED_AT', direction: 'DESC' }],
});
