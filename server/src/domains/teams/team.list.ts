import type { ApplicantKind, ServiceType, TeamKind, TeamState } from '@xinghuo/shared/teams/team';
import { sql } from 'kysely';
import { Field, ID, InputType } from 'type-graphql';
import { connectionOf, enumFilterOf, IdFilter, IntFilter, sortOf } from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, range, search } from '../../platform/read/filters.ts';
import { withinRegions } from '../places/index.ts';
import { teamRead } from './team.read.ts';
import { ApplicantKindEnum, ServiceTypeEnum, TeamKindEnum, TeamStateEnum, TeamType } from './team.types.ts';

const TeamStateFilter = enumFilterOf('TeamState', TeamStateEnum);
const TeamKindFilter = enumFilterOf('TeamKind', TeamKindEnum);
const ApplicantKindFilter = enumFilterOf('ApplicantKind', ApplicantKindEnum);
const ServiceTypeFilter = enumFilterOf('ServiceType', ServiceTypeEnum);

export { ApplicantKindFilter };

/** How teams may be narrowed. */
@InputType('TeamFilter', { description: 'Narrows a list of teams; all that is given must be met.' })
export class TeamFilter {
  @Field(() => String, { nullable: true, description: 'Words that must occur in the name or the number.' })
  search?: string | null;

  @Field(() => TeamStateFilter, { nullable: true, description: 'State.' })
  state?: { eq?: TeamState | null; in?: TeamState[] | null } | null;

  @Field(() => TeamKindFilter, { nullable: true, description: 'What it is in law.' })
  kind?: { eq?: TeamKind | null; in?: TeamKind[] | null } | null;

  @Field(() => ApplicantKindFilter, { nullable: true, description: 'Kind of applicant.' })
  applicantKind?: { eq?: ApplicantKind | null; in?: ApplicantKind[] | null } | null;

  @Field(() => ServiceTypeFilter, { nullable: true, description: 'Does one of these.' })
  serviceType?: { eq?: ServiceType | null; in?: ServiceType[] | null } | null;

  @Field(() => IdFilter, { nullable: true, description: 'The unit that answers for it.' })
  unit?: { eq?: string | null; in?: string[] | null; isNull?: boolean | null } | null;

  @Field(() => ID, { nullable: true, description: 'In this region or anywhere within it.' })
  region?: string | null;

  @Field(() => IntFilter, { nullable: true, description: 'Registered number of members.' })
  memberCount?: { eq?: number | null; gte?: number | null; lte?: number | null } | null;
}

const sort = {
  NUMBER: { by: (row) => row.col('number'), type: 'text' },
  NAME: { by: (row) => row.col('name'), type: 'text' },
  MEMBER_COUNT: { by: (row) => row.col('memberCount'), type: 'integer' },
  SERVICE_MINUTES: { by: (row) => row.col('serviceMinutes'), type: 'integer' },
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
} as const satisfies Readonly<Record<string, SortField>>;
export type TeamSortField = keyof typeof sort;

export const TeamSort = sortOf('Team', sort);
export const TeamConnection = connectionOf(TeamType, 'Team');

/** The list of teams. */
export const teamList = defineList<TeamFilter, TeamSortField>({
  read: teamRead,
  filter: {
    search: search('name', 'nameEn', 'number'),
    state: equals('state'),
    kind: equals('kind'),
    applicantKind: equals('applicantKind'),
    serviceType: (row, value) =>
      sql<boolean>`${row.col('serviceTypes')} && ${`{${(value.in ?? (value.eq ? [value.eq] : [])).join(',')}}`}::text[]`,
    unit: equals('unit'),
    region: (row, id) => withinRegions(row.col('region'), [id]),
    memberCount: range('memberCount'),
  },
  sort,
  defaultSort: [{ field: 'NUMBER', direction: 'ASC' }],
});
