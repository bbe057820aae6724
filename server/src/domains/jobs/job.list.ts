import { Field, InputType } from 'type-graphql';
import {
  connectionOf,
  DateTimeFilter,
  enumFilterOf,
  sortOf,
  TextFilter,
} from '../../platform/graphql/types.ts';
import { JobRun } from '../../platform/jobs/job-run.entity.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { defineRead } from '../../platform/read/define-read.ts';
import { equals, range, search } from '../../platform/read/filters.ts';
import { jobAccess } from './job.access.ts';
import { JobStateEnum, JobType } from './job.types.ts';

/** How a job is read. */
export const jobRead = defineRead({ type: 'Job', entity: JobRun, access: jobAccess });

const JobStateFilter = enumFilterOf('JobState', JobStateEnum);

/** How jobs may be narrowed. */
@InputType('JobFilter', { description: 'Narrows a list of jobs; all that is given must be met.' })
export class JobFilter {
  @Field(() => String, { nullable: true, description: 'Words that must occur in the name.' })
  search?: string | null;

  @Field(() => TextFilter, { nullable: true, description: 'Kind of work.' })
  name?: TextFilter | null;

  @Field(() => JobStateFilter, { nullable: true, description: 'State.' })
  state?: { eq?: string | null; in?: string[] | null } | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was queued.' })
  createdAt?: DateTimeFilter | null;
}

const sort = {
  CREATED_AT: { by: (row) => row.col('createdAt'), type: 'timestamptz' },
  NAME: { by: (row) => row.col('name'), type: 'text' },
} as const satisfies Readonly<Record<string, SortField>>;
export type JobSortField = keyof typeof sort;

export const JobSort = sortOf('Job', sort);
export const JobConnection = connectionOf(JobType, 'Job');

/** The list of jobs, newest first. */
export const jobList = defineList<JobFilter, JobSortField>({
  read: jobRead,
  filter: {
    search: search('name'),
    name: equals('name'),
    state: equals('state'),
    createdAt: range('createdAt'),
  },
  sort,
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
});
