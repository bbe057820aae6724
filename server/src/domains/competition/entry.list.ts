import { CATEGORIES, type CategoryCode } from '@xinghuo/shared/competition/category';
import type { EntryState } from '@xinghuo/shared/competition/entry';
import type { ApplicantKind } from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { allOf, anyOf, asSql, isIn } from '../../platform/access/condition.ts';
import { holds } from '../../platform/access/viewer.ts';
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
import { entryAccess } from './entry.access.ts';
import { runsCompetition } from './entry.conditions.ts';
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

  @Field(() => IdFilter, { nullable: true, description: 'Unit that the team belongs to.' })
  unit?: IdChoice | null;

  @Field(() => ApplicantKindFilter, { nullable: true, description: 'Kind of applicant.' })
  applicantKind?: { eq?: ApplicantKind | null; in?: ApplicantKind[] | null } | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Latest submission.' })
  submittedAt?: { gte?: Date | null; lt?: Date | null } | null;

  @Field(() => IdFilter, {
    nullable: true,
    description: 'Assigned to this judge, in any round; answered for the office and auditors only.',
  })
  judge?: IdChoice | null;

  @Field(() => IdFilter, { nullable: true, description: 'Award; `isNull` for entries without one.' })
  award?: IdChoice | null;
}

/** Words in the entry's own indexed text or in the team's name. */
const searchEntry: FilterField<string> = (row, value, { viewer }) => {
  const words = value.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const text = sql<string>`${row.col('title')} || ' ' || ${row.col('summary')} || ' ' || coalesce(${row.col('number')}, '')`;
  // What a judge may not see must not be found by it either.
  const team = sql<string>`(select searched.name from team searched where searched.id = ${row.col('team')} and ${asSql(entryAccess.actions.seeEntrant(viewer, row))})`;
  const hits = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
    return sql<boolean>`(${containsText(text, word)} or coalesce(${team} ilike ${pattern}, false))`;
  });
  return hits.length === 0 ? true : sql<boolean>`(${sql.join(hits, sql` and `)})`;
};

/** Who judges what is the office's to know: for everybody else the filter finds nothing. The table is the judging domain's. */
const assignedTo: FilterField<IdChoice> = (row, value, { viewer }) => {
  const ids = value.in ?? (value.eq ? [value.eq] : []);
  const wanted = value.isNull === true ? sql`true` : asSql(isIn(sql`given.judge_id`, ids));
  const given = sql<boolean>`exists (select 1 from assignment given where given.entry_id = ${row.id} and given.live and ${value.isNull === false ? sql`true` : wanted})`;
  return allOf(
    anyOf(holds(viewer, 'AUDITOR'), runsCompetition(viewer, row.col('competition'))),
    value.isNull === true ? sql<boolean>`not ${given}` : given,
  );
};

/** Categories sort as on the notice, not by their codes. */
const categoryPlace = (row: Row) =>
  sql`(select placed.position from category placed where placed.id = ${row.col('category')})`;

const sort = {
  NUMBER: { by: (row) => sql`coalesce(${row.col('number')}, '')`, type: 'text' },
  TITLE: { by: (row) => row.col('title'), type: 'text' },
  CATEGORY: { by: categoryPlace, type: 'integer' },
  TEAM: {
    by: (row, { viewer }) =>
      sql`coalesce((select ranked.name from team ranked where ranked.id = ${row.col('team')} and ${asSql(entryAccess.actions.seeEntrant(viewer, row))}), '')`,
    type: 'text',
  },
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
    team: (row, value, { viewer }) =>
      allOf(
        entryAccess.actions.seeEntrant(viewer, row),
        isIn(row.col('team'), value.in ?? (value.eq ? [value.eq] : [])),
      ),
    unit: (row, value, { viewer }) =>
      allOf(
        entryAccess.actions.seeEntrant(viewer, row),
        sql<boolean>`exists (select 1 from team of_unit where of_unit.id = ${row.col('team')} and ${asSql(isIn(sql`of_unit.unit_id`, value.in ?? (value.eq ? [value.eq] : [])))})`,
      ),
    applicantKind: equals('applicantKind'),
    submittedAt: range('submittedAt'),
    judge: assignedTo,
    award: equals('award'),
  },
  sort,
  defaultSort: [{ field: 'UPDATED_AT', direction: 'DESC' }],
});
