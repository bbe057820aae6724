import { sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { defineExport } from '../../platform/exports/index.ts';
import { BooleanFilter, connectionOf, IdFilter, sortOf } from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, flag, search } from '../../platform/read/filters.ts';
import type { Row } from '../../platform/read/row.ts';
import { trainingRegistrationRead } from './training.read.ts';
import { TrainingRegistrationType } from './training.types.ts';

/** How registrations may be narrowed. */
@InputType('TrainingRegistrationFilter', {
  description: 'Narrows a list of registrations for training; all that is given must be met.',
})
export class TrainingRegistrationFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must occur in the name of the team or of a person it sends.',
  })
  search?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'The edition.' })
  competition?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'The session.' })
  session?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'The team.' })
  team?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether attendance is recorded.' })
  recorded?: { eq?: boolean | null } | null;

  @Field(() => BooleanFilter, {
    nullable: true,
    description: 'Whether somebody who was registered stayed away; only where attendance is recorded.',
  })
  missed?: { eq?: boolean | null } | null;
}

const ofSession = (column: string) => (row: Row) =>
  sql`(select held.${sql.ref(column)} from training_session held where held.id = ${row.col('session')})`;
const ofTeam = (column: string) => (row: Row) =>
  sql`(select coming.${sql.ref(column)} from team coming where coming.id = ${row.col('team')})`;

const sort = {
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
  STARTS_AT: { by: ofSession('starts_at'), type: 'timestamptz' },
  TEAM: { by: ofTeam('name'), type: 'text' },
} as const satisfies Readonly<Record<string, SortField>>;
export type TrainingRegistrationSortField = keyof typeof sort;

export const TrainingRegistrationSort = sortOf('TrainingRegistration', sort);
export const TrainingRegistrationConnection = connectionOf(TrainingRegistrationType, 'TrainingRegistration');

/** The list of registrations that were not withdrawn. */
export const trainingRegistrationList = defineList<TrainingRegistrationFilter, TrainingRegistrationSortField>(
  {
    read: trainingRegistrationRead,
    only: (_viewer, row) => sql<boolean>`${row.col('cancelledAt')} is null`,
    filter: {
      search: search(
        ofTeam('name'),
        ofTeam('name_en'),
        (row) => sql`array_to_string(${row.col('attendees')}, ' ')`,
      ),
      competition: equals(ofSession('competition_id')),
      session: equals('session'),
      team: equals('team'),
      recorded: flag((row) => sql`(${row.col('present')} is not null)`),
      missed: flag((row) => sql`(cardinality(${row.col('present')}) < cardinality(${row.col('attendees')}))`),
    },
    sort,
    defaultSort: [
      { field: 'STARTS_AT', direction: 'ASC' },
      { field: 'TEAM', direction: 'ASC' },
    ],
  },
);

defineExport({
  list: 'trainingRegistrations',
  name: { zh: '培训报名', en: 'Training registrations' },
  of: trainingRegistrationList,
  columns: [
    { key: 'session', zh: '培训主题', en: 'Session', type: 'text', value: 'session.title', width: 36 },
    { key: 'startsAt', zh: '开始时间', en: 'Begins', type: 'instant', value: 'session.startsAt' },
    { key: 'place', zh: '地点', en: 'Place', type: 'text', value: 'session.place', width: 28 },
    { key: 'number', zh: '队伍编号', en: 'Team number', type: 'text', value: 'team.number' },
    { key: 'team', zh: '队伍', en: 'Team', type: 'text', value: 'team.name', width: 28 },
    { key: 'attendees', zh: '报名人员', en: 'People', type: 'list', value: 'attendees', width: 28 },
    { key: 'attendeeCount', zh: '报名人数', en: 'Registered', type: 'number', value: 'attendeeCount' },
    { key: 'present', zh: '到场人员', en: 'Came', type: 'list', value: 'present', width: 28 },
    { key: 'presentCount', zh: '到场人数', en: 'Number who came', type: 'number', value: 'presentCount' },
    { key: 'createdAt', zh: '报名时间', en: 'Registered on', type: 'instant', value: 'createdAt' },
  ],
});
