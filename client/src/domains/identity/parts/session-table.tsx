import { useQuery } from '@apollo/client/react';
import { Button, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionListQuery } from '#client/__generated__/graphql.ts';
import { useNarrow } from '#client/ui/core/environment.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { ReasonModal } from '#client/ui/detail/reason-modal.tsx';
import { ToneTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { PROFILE_SIGN_OUT_ALL, SESSION_REVOKE, SESSIONS } from '../profile-documents.ts';
import { deviceOf } from '../user-agent.ts';

type Session = SessionListQuery['sessions'][number];

/** Where the account is signed in, each to be ended alone, or all at once. */
export function SessionTable(): ReactNode {
  const { t } = useTranslation('identity');
  const result = useQuery(SESSIONS, { fetchPolicy: 'cache-and-network' });
  const [revoke] = useWrite(SESSION_REVOKE, { refetch: ['SessionList'] });
  const [endAll] = useWrite(PROFILE_SIGN_OUT_ALL);
  const narrow = useNarrow();
  const [asking, setAsking] = useState(false);
  const device = (agent: string): string => {
    const { browser, system } = deviceOf(agent);
    if (browser && system) return t('profile.deviceOn', { browser, system });
    return browser ?? system ?? t('profile.unknownDevice');
  };
  const end = async ({ id }: Session): Promise<void> => {
    const outcome = await revoke({ input: { id } });
    if (outcome.ok) notice.success(t('profile.ended'));
    else notice.error(outcome.message);
  };
  return (
    <Section
      flush
      title={t('profile.sessions')}
      extra={
        <Button danger onClick={() => setAsking(true)}>
          {t('profile.endAll')}
        </Button>
      }
    >
      <Loaded result={result}>
        {({ sessions }) => (
          <Table<Session>
            size="small"
            className="xh-table"
            rowKey="id"
            pagination={false}
            dataSource={[...sessions]}
            scroll={{ x: 'max-content' }}
            columns={[
              {
                key: 'device',
                title: t('profile.device'),
                render: (_value, { userAgent, current }) => (
                  <span title={userAgent}>
                    {device(userAgent)}{' '}
                    {current ? <ToneTag tone="done">{t('profile.current')}</ToneTag> : null}
                  </span>
                ),
              },
              ...(narrow
                ? []
                : [{ key: 'ip', title: t('profile.ip'), render: (_value: unknown, { ip }: Session) => ip }]),
              ...(narrow
                ? []
                : [
                    {
                      key: 'since',
                      title: t('profile.since'),
                      render: (_value: unknown, { createdAt }: Session) => formatDateTime(createdAt),
                    },
                  ]),
              {
                key: 'seen',
                title: t('profile.lastSeen'),
                render: (_value, { lastSeenAt }) => formatDateTime(lastSeenAt),
              },
              {
                key: 'end',
                title: '',
                align: 'right',
                render: (_value, session) =>
                  session.current ? null : (
                    <Button size="small" type="text" danger onClick={() => void end(session)}>
                      {t('profile.end')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      {asking ? (
        <ReasonModal
          title={t('profile.endAllConfirm')}
          verb={t('profile.endAll')}
          reason={false}
          danger={false}
          onCancel={() => setAsking(false)}
          onConfirm={async () => {
            const outcome = await endAll({});
            // A new page, so that nothing of the account stays in memory.
            if (outcome.ok) window.location.assign('/sign-in');
            return outcome;
          }}
        />
      ) : null}
    </Section>
  );
}
