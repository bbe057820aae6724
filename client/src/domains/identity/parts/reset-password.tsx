import { PASSWORD_DELIVERIES, type PasswordDelivery } from '@xinghuo/shared/identity/account';
import { Form, Input, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { ACCOUNT_RESET_PASSWORD } from '../account-documents.ts';

interface Values {
  readonly delivery: PasswordDelivery;
  readonly reason: string;
}

/** The dialog that ends somebody's password. `onDone` gets the one-time password where there is one. */
export function ResetPassword(props: {
  account: { readonly id: string; readonly name: string; readonly email: string };
  onClose: () => void;
  onDone: (oneTimePassword: string | null) => void;
}): ReactNode {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const [reset] = useWrite(ACCOUNT_RESET_PASSWORD);
  const { id, name, email } = props.account;
  return (
    <Modal open title={t('reset.title', { name })} footer={null} onCancel={props.onClose} width={480}>
      <p>{t('reset.what')}</p>
      <RecordForm<Values, { oneTimePassword?: string | null }>
        name={`reset:${id}`}
        draft="none"
        initialValues={{ delivery: 'MAIL', reason: '' }}
        submitLabel={t('reset.submit')}
        submit={({ delivery, reason }) => reset({ input: { id, delivery, reason: reason.trim() || null } })}
        onDone={({ oneTimePassword }) => {
          if (!oneTimePassword) notice.success(t('reset.mailed', { email }));
          props.onDone(oneTimePassword ?? null);
        }}
      >
        <Form.Item name="delivery" label={t('reset.delivery')}>
          <Radio.Group options={[...optionsOf(PASSWORD_DELIVERIES, label)]} />
        </Form.Item>
        <Form.Item name="reason" label={t('reset.reason')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
