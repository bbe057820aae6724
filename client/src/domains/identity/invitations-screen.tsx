import { PlusOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import {
  INVITATION_LIFECYCLE,
  INVITATION_STATES,
  type InvitationEvent,
} from '@xinghuo/shared/identity/invitation';
import { ROLES } from '@xinghuo/shared/kernel/role';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InvitationListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { eachWrite } from '#client/ui/list/each-write.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { type BulkAction, optionsOf } from '#client/ui/list/list-types.ts';
import { INVITATION_RESEND, INVITATION_REVOKE, INVITATIONS } from './invitation-documents.ts';
import { GrantList } from './parts/grant-words.tsx';
import { INVITATION_TONES } from './tones.ts';

type Row = InvitationListQuery['invitations']['nodes'][number];

function isInvitationEvent(event: string): event is InvitationEvent {
  return event in INVITATION_LIFECYCLE.events;
}

/** All invitations, and what can be done with those that wait. */
export default function InvitationsScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const can = useCan();
  const client = useApolloClient();
  const [resend] = useWrite(INVITATION_RESEND);
  const [revoke] = useWrite(INVITATION_REVOKE);
  const manages = can('invitation.manage');
  const steps = {
    resend: (id: string) => resend({ input: { id } }),
    revoke: (id: string) => revoke({ input: { id } }),
  };
  const bulk = (['resend', 'revoke'] as const).map(
    (event): BulkAction<Row> => ({
      key: event,
      label: label(INVITATION_LIFECYCLE.events[event]),
      title: (count) => t(`invitations.${event}Title`, { count }),
      danger: event === 'revoke',
      run: async (rows) => {
        const outcome = await eachWrite(
          rows,
          ({ email }) => email,
          ({ id }) => steps[event](id),
        );
        await client.refetchQueries({ include: [INVITATIONS] });
        return outcome;
      },
    }),
  );
  const create = (
    <Link to="/invitations/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('invitations.create')}
      </Button>
    </Link>
  );
  return (
    <ListPage
      name="invitations"
      title={t('invitations.title')}
      hint={t('invitations.hint')}
      query={INVITATIONS}
      connection={(data) => data.invitations}
      defaultSort={{ field: 'CREATED_AT', direction: 'DESC' }}
      rowName={(row) => `${row.name} ${row.email}`}
      searchable
      searchPlaceholder={t('invitations.search')}
      exportPath="/exports/invitations.xlsx"
      actions={manages ? create : null}
      {...(manages ? { bulk } : {})}
      columns={[
        {
          key: 'name',
          title: t('field.name'),
          width: 130,
          sort: 'NAME',
          card: 'title',
          render: (row) => row.name,
        },
        { key: 'email', title: t('field.email'), render: (row) => row.email },
        {
          key: 'state',
          title: t('field.state'),
          width: 110,
          card: 'state',
          render: (row) => <StateTag of={INVITATION_STATES} tones={INVITATION_TONES} value={row.state} />,
        },
        { key: 'roles', title: t('invitations.roles'), render: (row) => <GrantList grants={row.grants} /> },
        {
          key: 'sentAt',
          title: t('invitations.sentAt'),
          width: 160,
          hidden: true,
          render: (row) => formatDateTime(row.sentAt),
        },
        {
          key: 'expiresAt',
          title: t('invitations.expiresAt'),
          width: 160,
          sort: 'EXPIRES_AT',
          render: (row) => formatDateTime(row.expiresAt),
        },
        {
          key: 'invitedBy',
          title: t('invitations.invitedBy'),
          width: 110,
          hidden: true,
          render: (row) => row.invitedByName ?? t('invitations.bySystem'),
        },
        {
          key: 'acceptedAt',
          title: t('invitations.acceptedAt'),
          width: 160,
          hidden: true,
          render: (row) => formatDateTime(row.acceptedAt),
        },
        {
          key: 'createdAt',
          title: t('invitations.createdAt'),
          width: 160,
          sort: 'CREATED_AT',
          hidden: true,
          render: (row) => formatDateTime(row.createdAt),
        },
        ...(manages
          ? [
              {
                key: 'actions',
                title: t('invitations.actions'),
                pinned: true,
                render: (row: Row) => (
                  <TransitionBar
                    table={INVITATION_LIFECYCLE}
                    choices={row.availableTransitions.flatMap((choice) =>
                      isInvitationEvent(choice.event) ? [{ ...choice, event: choice.event }] : [],
                    )}
                    name={row.email}
                    run={(event) => steps[event](row.id)}
                    confirm={(event) =>
                      event === 'revoke' ? t('invitations.revokeOne', { email: row.email }) : undefined
                    }
                  />
                ),
              },
            ]
          : []),
      ]}
      filters={[
        {
          kind: 'choice',
          key: 'state',
          label: t('field.state'),
          options: optionsOf(INVITATION_STATES, label),
        },
        { kind: 'choice', key: 'role', label: t('invitations.roles'), options: optionsOf(ROLES, label) },
        { kind: 'dates', key: 'expiresAt', label: t('invitations.expiresAt'), rare: true },
      ]}
      empty={{
        title: t('invitations.empty'),
        hint: t('invitations.emptyHint'),
        action: manages ? create : undefined,
      }}
    />
  );
}
