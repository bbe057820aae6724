import { AuditOutlined, EditOutlined, KeyOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { ACCOUNT_LIFECYCLE, type AccountEvent } from '@xinghuo/shared/identity/account';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { HistorySlot } from '#client/ui/detail/history-slot.tsx';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { listPath } from '#client/ui/list/list-state.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { ACCOUNT, ACCOUNT_DISABLE, ACCOUNT_ENABLE } from './account-documents.ts';
import { AccountRoles } from './parts/account-roles.tsx';
import { AccountTag } from './parts/account-tag.tsx';
import { ResetPassword } from './parts/reset-password.tsx';
import { SecretModal } from './parts/secret-modal.tsx';

function isAccountEvent(event: string): event is AccountEvent {
  return event in ACCOUNT_LIFECYCLE.events;
}

/** One account: who it is, what it may do, how it gets in. */
export default function AccountScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const can = useCan();
  const { id = '' } = useParams();
  const result = useQuery(ACCOUNT, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const [disable] = useWrite(ACCOUNT_DISABLE);
  const [enable] = useWrite(ACCOUNT_ENABLE);
  const [resetting, setResetting] = useState(false);
  const [secret, setSecret] = useState<string>();
  return (
    <Loaded result={result}>
      {({ account }) => {
        if (!account) return <Missing />;
        const { name, version } = account;
        const password = account.mustChangePassword
          ? t('accounts.passwordHanded')
          : account.hasPassword
            ? t('accounts.passwordSet')
            : t('accounts.passwordNone');
        return (
          <DetailPage
            title={name}
            backTo="/accounts"
            state={<AccountTag account={account} />}
            actions={
              <>
                {can('audit.list') ? (
                  <Link to={listPath('/audit', { subjectId: `${id}~${name}` })}>
                    <Button icon={<AuditOutlined />}>{t('accounts.history')}</Button>
                  </Link>
                ) : null}
                {account.canManage ? (
                  <>
                    <Link to={`/accounts/${id}/edit`}>
                      <Button icon={<EditOutlined />}>{t('accounts.edit')}</Button>
                    </Link>
                    <Button icon={<KeyOutlined />} onClick={() => setResetting(true)}>
                      {t('reset.button')}
                    </Button>
                  </>
                ) : null}
              </>
            }
            transitions={
              <TransitionBar
                table={ACCOUNT_LIFECYCLE}
                choices={account.availableTransitions.flatMap((choice) =>
                  isAccountEvent(choice.event) ? [{ ...choice, event: choice.event }] : [],
                )}
                name={name}
                primary="enable"
                run={(event, reason) =>
                  (event === 'disable' ? disable : enable)({ input: { id, version, reason: reason ?? null } })
                }
                confirm={(event) =>
                  event === 'disable' ? t('accounts.disableConfirm', { name }) : undefined
                }
              />
            }
            facts={[
              { label: t('field.email'), value: account.email },
              { label: t('field.password'), value: password },
              {
                label: t('field.lastSeenAt'),
                value: account.lastSeenAt ? formatDateTime(account.lastSeenAt) : t('accounts.never'),
              },
              {
                label: t('field.locale'),
                value: account.locale === 'en' ? t('locale.en') : t('locale.zh'),
              },
              { label: t('field.createdAt'), value: formatDateTime(account.createdAt) },
            ]}
            tabs={[
              {
                key: 'roles',
                label: t('accounts.tabRoles'),
                count: account.grants.length,
                content: <AccountRoles account={account} />,
              },
              ...(can('audit.history')
                ? [
                    {
                      key: 'history',
                      label: t('accounts.tabHistory'),
                      content: <HistorySlot subjectType="Account" subjectId={id} />,
                    },
                  ]
                : []),
            ]}
          >
            {account.lockedUntil ? (
              <Alert
                type="warning"
                showIcon
                title={t('accounts.locked', { time: formatDateTime(account.lockedUntil) })}
              />
            ) : null}
            {resetting ? (
              <ResetPassword
                account={account}
                onClose={() => setResetting(false)}
                onDone={(oneTime) => {
                  setResetting(false);
                  setSecret(oneTime ?? undefined);
                }}
              />
            ) : null}
            {secret ? (
              <SecretModal
                title={t('secret.passwordTitle')}
                hint={t('secret.passwordHint', { name })}
                secret={secret}
                onClose={() => setSecret(undefined)}
              />
            ) : null}
          </DetailPage>
        );
      }}
    </Loaded>
  );
}
