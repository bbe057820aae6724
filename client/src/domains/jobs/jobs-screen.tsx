import { useApolloClient } from '@apollo/client/react';
import { JOB_STATES, type JobState, mayStartAgain } from '@xinghuo/shared/jobs/job-state';
import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobListQuery } from '#client/__generated__/graphql.ts';
import { graphql } from '#client/__generated__/index.ts';
import { formatDateTime, formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { StateTag, type Tones } from '#client/ui/detail/state-tag.tsx';
import { eachWrite } from '#client/ui/list/each-write.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { useJobName } from './job-name.ts';

const JOBS = graphql(`
  query JobList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: JobFilter
    $sort: [JobSort!]
  ) {
    jobs(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        name
        state
        data
        attempts
        error
        createdAt
        startAfter
        startedAt
        finishedAt
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
    }
  }
`);

const JOB_RETRY = graphql(`
  mutation JobRetry($input: JobRetryInput!) {
    jobRetry(input: $input) {
      job {
        id
        state
        error
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

type Row = JobListQuery['jobs']['nodes'][number];

const TONES: Tones<JobState> = {
  QUEUED: 'draft',
  RUNNING: 'active',
  DONE: 'done',
  RETRYING: 'waiting',
  FAILED: 'refused',
};
/** How often the list is asked again, in milliseconds: jobs move while one looks. */
const POLL = 10_000;

/** What a job works on, as it is stored. */
function JobData({ data }: { data: unknown }): ReactNode {
  const { t } = useTranslation('jobs');
  return (
    <Popover
      trigger="click"
      title={t('field.data')}
      content={<pre className="xh-json">{JSON.stringify(data, null, 2)}</pre>}
    >
      <Button size="small" type="text">
        {t('details')}
      </Button>
    </Popover>
  );
}

/** Background work, the newest first. */
export default function JobsScreen(): ReactNode {
  const { t } = useTranslation('jobs');
  const label = useLabel();
  const can = useCan();
  const client = useApolloClient();
  const nameOf = useJobName();
  const [retry] = useWrite(JOB_RETRY);
  const again = async (id: string): Promise<void> => {
    const outcome = await retry({ input: { id } });
    if (outcome.ok) notice.success(t('retried'));
    else notice.error(outcome.message);
  };
  return (
    <ListPage
      name="jobs"
      title={t('title')}
      hint={t('hint')}
      query={JOBS}
      connection={(data) => data.jobs}
      defaultSort={{ field: 'CREATED_AT', direction: 'DESC' }}
      rowName={(row) => nameOf(row.name)}
      searchable
      searchPlaceholder={t('search')}
      exportPath="/exports/jobs.xlsx"
      pollInterval={POLL}
      {...(can('job.retry')
        ? {
            bulk: [
              {
                key: 'retry',
                label: t('retry'),
                title: (count: number) => t('retryTitle', { count }),
                run: async (rows: readonly Row[]) => {
                  const outcome = await eachWrite(
                    rows,
                    ({ name }) => nameOf(name),
                    ({ id }) => retry({ input: { id } }),
                  );
                  await client.refetchQueries({ include: [JOBS] });
                  return outcome;
                },
              },
            ],
          }
        : {})}
      columns={[
        {
          key: 'name',
          title: t('field.name'),
          sort: 'NAME',
          card: 'title',
          render: (row) => (
            <>
              {nameOf(row.name)}
              {nameOf(row.name) === row.name ? null : <code className="xh-hint"> {row.name}</code>}
            </>
          ),
        },
        {
          key: 'state',
          title: t('field.state'),
          width: 120,
          card: 'state',
          render: (row) => <StateTag of={JOB_STATES} tones={TONES} value={row.state} />,
        },
        {
          key: 'attempts',
          title: t('field.attempts'),
          width: 90,
          align: 'right',
          render: (row) => formatNumber(row.attempts),
        },
        {
          key: 'error',
          title: t('field.error'),
          render: (row) => (row.error ? <code>{row.error}</code> : ''),
        },
        {
          key: 'createdAt',
          title: t('field.createdAt'),
          width: 160,
          sort: 'CREATED_AT',
          render: (row) => formatDateTime(row.createdAt),
        },
        {
          key: 'startAfter',
          title: t('field.startAfter'),
          width: 160,
          hidden: true,
          render: (row) => formatDateTime(row.startAfter),
        },
        {
          key: 'startedAt',
          title: t('field.startedAt'),
          width: 160,
          hidden: true,
          render: (row) => formatDateTime(row.startedAt),
        },
        {
          key: 'finishedAt',
          title: t('field.finishedAt'),
          width: 160,
          render: (row) => formatDateTime(row.finishedAt),
        },
        {
          key: 'actions',
          title: t('field.data'),
          pinned: true,
          width: 170,
          render: (row) => (
            <>
              <JobData data={row.data} />
              {mayStartAgain(row, new Date()) && can('job.retry') ? (
                <Button size="small" onClick={() => void again(row.id)}>
                  {t('retry')}
                </Button>
              ) : null}
            </>
          ),
        },
      ]}
      filters={[
        { kind: 'choice', key: 'state', label: t('field.state'), options: optionsOf(JOB_STATES, label) },
        { kind: 'dates', key: 'createdAt', label: t('field.createdAt') },
      ]}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
