import '../identity.css';
import { PlusOutlined } from '@ant-design/icons';
import { ROLES, SCOPE_KINDS } from '@xinghuo/shared/kernel/role';
import { Button, Modal, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountPageQuery } from '#client/__generated__/graphql.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemsText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { scopeIn } from '#client/ui/core/viewer.ts';
import { ReasonModal } from '#client/ui/detail/reason-modal.tsx';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { ROLE_GRANT_ADD, ROLE_GRANT_REMOVE } from '../account-documents.ts';
import { type GrantValue, grantInput } from '../grant-values.ts';
import { GrantFields } from './grant-fields.tsx';
import { useGrantWords } from './grant-words.tsx';

type Account = NonNullable<AccountPageQuery['account']>;
type Grant = Account['grants'][number];

function AddRole({ account, onClose }: { account: Account; onClose: () => void }): ReactNode {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const [add] = useWrite(ROLE_GRANT_ADD);
  return (
    <Modal open title={t('roles.add')} footer={null} onCancel={onClose} width={480}>
      <RecordForm<{ grant: GrantValue }>
        name={`role:${account.id}`}
        draft="none"
        initialValues={{ grant: {} }}
        submitLabel={t('roles.addSubmit')}
        submit={async ({ grant }) => {
          const input = grantInput(grant);
          if (!input) {
            const problems = [{ code: 'REQUIRED', path: ['grant'] }];
            return { ok: false, problems, message: problemsText(problems) };
          }
          const outcome = await add({ input: { accountId: account.id, grant: input } });
          if (outcome.ok) notice.success(t('roles.added', { role: label(ROLES[input.role]) }));
          return outcome;
        }}
        onDone={onClose}
      >
        <GrantFields at={['grant']} outer={['grant']} />
      </RecordForm>
    </Modal>
  );
}

/** The roles of an account, to be given and taken. */
export function AccountRoles({ account }: { account: Account }): ReactNode {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const language = useLanguage();
  const words = useGrantWords();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Grant>();
  const [remove] = useWrite(ROLE_GRANT_REMOVE);
  return (
    <Section
      flush
      title={t('field.roles')}
      extra={
        account.canManage ? (
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('roles.add')}
          </Button>
        ) : null
      }
    >
      {account.grants.length === 0 ? (
        <EmptyState title={t('roles.none')} hint={t('roles.noneHint')} />
      ) : (
        <Table<Grant>
          size="small"
          className="xh-table"
          rowKey="id"
          pagination={false}
          dataSource={[...account.grants]}
          columns={[
            { key: 'role', title: t('roles.role'), render: (_value, { role }) => label(ROLES[role]) },
            {
              key: 'scope',
              title: t('roles.scope'),
              render: (_value, grant) => scopeIn(language, grant) ?? label(SCOPE_KINDS[grant.scope]),
            },
            ...(account.canManage
              ? [
                  {
                    key: 'remove',
                    title: '',
                    align: 'right' as const,
                    render: (_value: unknown, grant: Grant) => (
                      <Button size="small" type="text" danger onClick={() => setRemoving(grant)}>
                        {t('roles.remove')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {adding ? <AddRole account={account} onClose={() => setAdding(false)} /> : null}
      {removing ? (
        <ReasonModal
          title={t('roles.removeTitle', { name: account.name, role: words(removing) })}
          verb={t('roles.remove')}
          reason
          danger={false}
          onCancel={() => setRemoving(undefined)}
          onConfirm={async (reason) => {
            const outcome = await remove({ input: { id: removing.id, reason: reason ?? null } });
            if (outcome.ok) {
              setRemoving(undefined);
              notice.success(t('roles.removed', { role: words(removing) }));
            }
            return outcome;
          }}
        />
      ) : null}
    </Section>
  );
}
