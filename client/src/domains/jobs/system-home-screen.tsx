import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SystemHomeQuery } from '#client/__generated__/graphql.ts';
import { graphql } from '#client/__generated__/index.ts';
import { listPath } from '#client/ui/list/list-state.ts';
import { Figure, Figures } from '#client/ui/show/figure.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { type WorkLine, WorkLines } from '#client/ui/show/work-lines.tsx';

const SYSTEM_HOME = graphql(`
  query SystemHome($now: DateTime!, $tokensUntil: DateTime!, $invitationsUntil: DateTime!) {
    failed: jobs(first: 1, filter: { state: { eq: FAILED } }) {
      totalCount
    }
    queued: jobs(first: 1, filter: { state: { in: [QUEUED, RETRYING, RUNNING] } }) {
      totalCount
    }
    locked: accounts(first: 1, filter: { locked: { eq: true } }) {
      totalCount
    }
    active: accounts(first: 1, filter: { state: { eq: ACTIVE }, hasPassword: { eq: true } }) {
      totalCount
    }
    expired: invitations(first: 1, filter: { state: { eq: EXPIRED } }) {
      totalCount
    }
    expiring: invitations(
      first: 1
      filter: { state: { eq: PENDING }, expiresAt: { gte: $now, lt: $invitationsUntil } }
    ) {
      totalCount
    }
    tokens: apiTokens(first: 1, filter: { state: { eq: ACTIVE }, expiresAt: { gte: $now, lt: $tokensUntil } }) {
      totalCount
    }
    sealed: auditEvents(first: 1, filter: { sealed: { eq: true } }) {
      nodes {
        id
        sealPosition
      }
    }
    unsealed: auditEvents(first: 1, filter: { sealed: { eq: false } }) {
      totalCount
    }
    storageUsage {
      files
      fileBytes
      databaseBytes
    }
  }
`);

const DAY = 86_400_000;
/** The stretches ahead, in days, that the lists are asked for. */
const AHEAD = { tokens: 14, invitations: 3 } as const;
/** Figures move while one looks: asked again every minute. */
const AGAIN = 60_000;

/** A day as the lists write it in their addresses, in the city's time. */
const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const MEGABYTE = 1024 * 1024;

function Standing({ data }: { data: SystemHomeQuery }): ReactNode {
  const { t } = useTranslation('jobs');
  const { active, queued, sealed, unsealed, storageUsage } = data;
  const waiting = unsealed.totalCount ?? 0;
  return (
    <Figures>
      <Figure
        label={t('home.accounts')}
        value={active.totalCount}
        to={listPath('/accounts', { state: 'ACTIVE', hasPassword: 'true' })}
      />
      <Figure
        label={t('home.queued')}
        value={queued.totalCount}
        to={listPath('/jobs', { state: ['QUEUED', 'RETRYING', 'RUNNING'] })}
      />
      <Figure
        label={t('home.sealed')}
        value={sealed.nodes[0]?.sealPosition ?? 0}
        to="/audit"
        base={waiting > 0 ? t('home.sealedBase', { count: waiting }) : t('home.sealedAll')}
      />
      <Figure label={t('home.files')} value={storageUsage.files} />
      <Figure label={t('home.fileSize')} value={storageUsage.fileBytes / MEGABYTE} unit="MB" decimals={1} />
      <Figure
        label={t('home.databaseSize')}
        value={storageUsage.databaseBytes / MEGABYTE}
        unit="MB"
        decimals={1}
      />
    </Figures>
  );
}

/** The administrator's home: what waits, what expires soon, how the system stands. */
export default function SystemHomeScreen(): ReactNode {
  const { t } = useTranslation('jobs');
  const [now] = useState(() => new Date());
  const until = (days: number): Date => new Date(now.getTime() + days * DAY);
  const result = useQuery(SYSTEM_HOME, {
    variables: {
      now: now.toISOString(),
      tokensUntil: until(AHEAD.tokens).toISOString(),
      invitationsUntil: until(AHEAD.invitations).toISOString(),
    },
    fetchPolicy: 'cache-and-network',
    pollInterval: AGAIN,
  });
  const range = (days: number): string => `${dayOf(now)}..${dayOf(until(days))}`;
  const line = (
    key: 'failed' | 'locked' | 'expired' | 'tokens' | 'invitations',
    count: number | null | undefined,
    to: string,
  ): WorkLine[] => (count ? [{ key, words: t(`home.${key}`, { count }), to }] : []);
  return (
    <Page
      title={t('home.title')}
      actions={
        <Link to="/audit/chain">
          <Button>{t('home.check')}</Button>
        </Link>
      }
    >
      <Loaded result={result}>
        {(data) => (
          <>
            <WorkLines
              title={t('home.waiting')}
              none={t('home.waitingNone')}
              lines={[
                ...line('failed', data.failed.totalCount, listPath('/jobs', { state: 'FAILED' })),
                ...line('locked', data.locked.totalCount, listPath('/accounts', { locked: 'true' })),
                ...line('expired', data.expired.totalCount, listPath('/invitations', { state: 'EXPIRED' })),
              ]}
            />
            <h2 className="xh-work-heading">{t('home.standing')}</h2>
            <Standing data={data} />
            <WorkLines
              title={t('home.soon')}
              none={t('home.soonNone')}
              lines={[
                ...line(
                  'tokens',
                  data.tokens.totalCount,
                  `${listPath('/tokens', { state: 'ACTIVE', expiresAt: range(AHEAD.tokens) })}&whose=all`,
                ),
                ...line(
                  'invitations',
                  data.expiring.totalCount,
                  listPath('/invitations', { state: 'PENDING', expiresAt: range(AHEAD.invitations) }),
                ),
              ]}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
