import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import { JobConnection, JobFilter, JobSort, type JobSortField, jobList } from './job.list.ts';
import { JobPayload, JobRetryInput } from './job.types.ts';
import { retryJob } from './retry-job.ts';

/** Background work. */
@Resolver()
export class JobResolver {
  @Allow('job.list')
  @Query(() => JobConnection, { description: 'Background work, newest first.' })
  jobs(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => JobFilter, { nullable: true }) filter: JobFilter | null,
    @Arg('sort', () => [JobSort], { nullable: true }) sort: SortBy<JobSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, jobList, { ...page, filter, sort });
  }

  @Allow('job.retry')
  @Mutation(() => JobPayload, {
    description:
      'Starts a job again whose attempts all failed, or that has been running for more than 15 minutes because its server ended.',
  })
  jobRetry(
    @Arg('input', () => JobRetryInput) input: JobRetryInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, retryJob, input);
  }
}
