import { PlusOutlined } from '@ant-design/icons';
import { MEMBER_ROLES } from '@xinghuo/shared/teams/team';
import { Button, Table, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TeamPageQuery } from '#client/__generated__/graphql.ts';
import { useNarrow } from '#client/ui/core/environment.ts';
import { formatDate, formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { ReasonModal } from '#client/ui/detail/reason-modal.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { TEAM_MEMBER_REMOVE } from '../documents.ts';
import { MemberAdd } from './member-add.tsx';

type Team = NonNullable<TeamPageQuery['team']>;
type Member = Team['members'][number];

/** The named members of a team, the leader first. */
export function TeamMembers({ team }: { team: Team }): ReactNode {
  const { t } = useTranslation('teams');
  const label = useLabel();
  const can = useCan();
  const narrow = useNarrow();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Member>();
  const [remove] = useWrite(TEAM_MEMBER_REMOVE);
  const open = team.canUpdate && team.state !== 'ARCHIVED' && team.state !== 'REJECTED';
  const add = open ? (
    <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('members.add')}
    </Button>
  ) : null;
  return (
    <Section
      flush
      title={t('members.count', {
        named: formatNumber(team.members.length),
        registered: formatNumber(team.memberCount),
      })}
      extra={add}
    >
      {team.members.length === 0 ? (
        <EmptyState
          title={team.canUpdate ? t('members.empty') : t('members.hidden')}
          hint={team.canUpdate ? t('members.emptyHint', { count: team.memberCount }) : undefined}
        />
      ) : (
        <Table<Member>
          size="small"
          className="xh-table"
          rowKey="id"
          pagination={false}
          dataSource={[...team.members]}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              key: 'name',
              title: t('members.name'),
              render: (_value, member) =>
                member.accountId && can('account.list') ? (
                  <Link to={`/accounts/${member.accountId}`}>{member.name}</Link>
                ) : (
                  member.name
                ),
            },
            {
              key: 'role',
              title: t('members.role'),
              render: (_value, { role }) => label(MEMBER_ROLES[role]),
            },
            { key: 'since', title: t('members.since'), render: (_value, { since }) => formatDate(since) },
            ...(narrow
              ? []
              : [
                  {
                    key: 'account',
                    title: t('members.account'),
                    render: (_value: unknown, { accountId }: Member) =>
                      accountId ? t('members.hasAccount') : '',
                  },
                ]),
            ...(open
              ? [
                  {
                    key: 'remove',
                    title: '',
                    align: 'right' as const,
                    render: (_value: unknown, member: Member) => {
                      const leads = member.role === 'LEADER';
                      const button = (
                        <Button
                          size="small"
                          type="text"
                          danger={!leads}
                          disabled={leads}
                          onClick={() => setRemoving(member)}
                        >
                          {t('members.remove')}
                        </Button>
                      );
                      return leads ? <Tooltip title={t('members.leaderStays')}>{button}</Tooltip> : button;
                    },
                  },
                ]
              : []),
          ]}
        />
      )}
      {adding ? <MemberAdd teamId={team.id} onClose={() => setAdding(false)} /> : null}
      {removing ? (
        <ReasonModal
          title={t('members.removeTitle', { name: removing.name })}
          verb={t('members.remove')}
          reason={false}
          danger={false}
          onCancel={() => setRemoving(undefined)}
          onConfirm={async () => {
            const outcome = await remove({ input: { teamId: team.id, memberId: removing.id } });
            if (outcome.ok) {
              setRemoving(undefined);
              notice.success(t('members.removed', { name: removing.name }));
            }
            return outcome;
          }}
        />
      ) : null}
    </Section>
  );
}
