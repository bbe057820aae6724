import { ImportOutlined, MailOutlined, PlusOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import { ACCOUNT_STATES } from '@xinghuo/shared/identity/account';
import { ROLES } from '@xinghuo/shared/kernel/role';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AccountListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { eachWrite } from '#client/ui/list/each-write.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { ACCOUNT_DISABLE, ACCOUNT_ENABLE, ACCOUNTS } from './account-documents.ts';
import { AccountTag } from './parts/account-tag.tsx';
import { GrantList } from './parts/grant-words.tsx';

type Row = AccountListQuery['accounts']['nodes'][number];

/** All accounts. */
export default function AccountsScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const can = useCan();
  const client = useApolloClient();
  const [disable] = useWrite(ACCOUNT_DISABLE);
  const [enable] = useWrite(ACCOUNT_ENABLE);
  const manages = can('account.manage');
  const create = (
    <Link to="/accounts/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('accounts.create')}
      </Button>
    </Link>
  );
  return (
    <ListPage
      name="accounts"
      title={t('accounts.title')}
      hint={t('accounts.hint')}
      query={ACCOUNTS}
      connection={(data) => data.accounts}
      defaultSort={{ field: 'NAME', direction: 'ASC' }}
      rowName={(row) => row.name}
      rowPath={(row) => `/accounts/${row.id}`}
      searchable
      searchPlaceholder={t('accounts.search')}
      exportPath="/exports/accounts.xlsx"
      actions={
        manages ? (
          <>
            {can('account.import') ? (
              <Link to="/import/accounts">
                <Button icon={<ImportOutlined />}>{t('accounts.import')}</Button>
              </Link>
            ) : null}
            <Link to="/invitations/new">
              <Button icon={<MailOutlined />}>{t('accounts.invite')}</Button>
            </Link>
            {create}
          </>
        ) : null
      }
      {...(manages
        ? {
            bulk: [
              {
                key: 'disable',
                label: t('accounts.bulkDisable'),
                title: (count: number) => t('accounts.bulkDisableTitle', { count }),
                danger: true,
                reason: true,
                run: async (rows: readonly Row[], reason?: string) => {
                  const outcome = await eachWrite(
                    rows,
                    ({ name }) => name,
                    ({ id, version }) => disable({ input: { id, version, reason: reason ?? null } }),
                  );
                  await client.refetchQueries({ include: [ACCOUNTS] });
                  return outcome;
                },
              },
              {
                key: 'enable',
                label: t('accounts.bulkEnable'),
                title: (count: number) => t('accounts.bulkEnableTitle', { count }),
                run: async (rows: readonly Row[]) => {
                  const outcome = await eachWrite(
                    rows,
                    ({ name }) => name,
                    ({ id, version }) => enable({ input: { id, version } }),
                  );
                  await client.refetchQueries({ include: [ACCOUNTS] });
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
          width: 140,
          sort: 'NAME',
          card: 'title',
          render: (row) => row.name,
        },
        { key: 'email', title: t('field.email'), sort: 'EMAIL', render: (row) => row.email },
        {
          key: 'state',
          title: t('field.state'),
          width: 110,
          card: 'state',
          render: (row) => <AccountTag account={row} />,
        },
        { key: 'roles', title: t('field.roles'), render: (row) => <GrantList grants={row.grants} /> },
        {
          key: 'lastSeenAt',
          title: t('field.lastSeenAt'),
          width: 160,
          render: (row) => (row.lastSeenAt ? formatDateTime(row.lastSeenAt) : t('accounts.never')),
        },
        {
          key: 'lockedUntil',
          title: t('field.lockedUntil'),
          width: 160,
          hidden: true,
          render: (row) => (row.lockedUntil ? formatDateTime(row.lockedUntil) : ''),
        },
        {
          key: 'createdAt',
          title: t('field.createdAt'),
          width: 160,
          sort: 'CREATED_AT',
          hidden: true,
          render: (row) => formatDateTime(row.createdAt),
        },
      ]}
      filters={[
        { kind: 'choice', key: 'role', label: t('field.roles'), options: optionsOf(ROLES, label) },
        { kind: 'choice', key: 'state', label: t('field.state'), options: optionsOf(ACCOUNT_STATES, label) },
        { kind: 'flag', key: 'hasPassword', label: t('accounts.inUse'), rare: true },
        { kind: 'flag', key: 'locked', label: t('accounts.lockedNow'), rare: true },
      ]}
      empty={{
        title: t('accounts.empty'),
        hint: t('accounts.emptyHint'),
        action: manages ? create : undefined,
      }}
    />
  );
}
