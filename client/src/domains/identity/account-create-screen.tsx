import './identity.css';
import { PASSWORD_DELIVERIES, type PasswordDelivery } from '@xinghuo/shared/identity/account';
import { Form, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { Page } from '#client/ui/show/page.tsx';
import { ACCOUNT_CREATE } from './account-documents.ts';
import { type GrantValue, grantInput } from './grant-values.ts';
import { AccountFields } from './parts/account-fields.tsx';
import { GrantsList } from './parts/grants-list.tsx';
import { SecretModal } from './parts/secret-modal.tsx';

interface Values {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly grants: readonly GrantValue[];
  readonly delivery: PasswordDelivery;
}

/** Making an account; a handed-over password is shown once before the page of the account opens. */
export default function AccountCreateScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const navigate = useNavigate();
  const [create] = useWrite(ACCOUNT_CREATE);
  const [made, setMade] = useState<{ id: string; name: string; secret: string }>();
  return (
    <Page title={t('form.createTitle')}>
      <RecordForm<
        Values,
        { account?: { id: string; name: string; email: string } | null; oneTimePassword?: string | null }
      >
        name="account:new"
        initialValues={{ name: '', email: '', locale: 'zh-CN', grants: [{}], delivery: 'MAIL' }}
        submitLabel={t('form.createSubmit')}
        submit={({ grants, ...values }) =>
          create({ input: { ...values, grants: grants.flatMap((grant) => grantInput(grant) ?? []) } })
        }
        onDone={async ({ account, oneTimePassword }) => {
          if (!account) return;
          const { id, name, email } = account;
          if (oneTimePassword) {
            notice.success(t('form.created', { name }));
            setMade({ id, name, secret: oneTimePassword });
            return;
          }
          notice.success(t('form.createdMailed', { name, email }));
          await navigate(`/accounts/${id}`, { replace: true });
        }}
      >
        <AccountFields />
        <GrantsList atLeastOne={false} />
        <Form.Item name="delivery" label={t('form.delivery')}>
          <Radio.Group options={[...optionsOf(PASSWORD_DELIVERIES, label)]} />
        </Form.Item>
      </RecordForm>
      {made ? (
        <SecretModal
          title={t('secret.passwordTitle')}
          hint={t('secret.passwordHint', { name: made.name })}
          secret={made.secret}
          onClose={() => void navigate(`/accounts/${made.id}`, { replace: true })}
        />
      ) : null}
    </Page>
  );
}
