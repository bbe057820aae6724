import { IDENTITY_LIMITS, isEmail, LOCALES, normalEmail } from '@xinghuo/shared/identity/account';
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '#client/ui/core/problem-text.ts';

/** Name, address and language of an account or an invitation. */
export function AccountFields({ emailHint }: { emailHint?: string }): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <>
      <Form.Item
        name="name"
        label={t('field.name')}
        rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
      >
        <Input maxLength={IDENTITY_LIMITS.name} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('field.email')}
        extra={emailHint}
        validateTrigger="onBlur"
        rules={[
          { required: true, whitespace: true, message: problemText('REQUIRED') },
          {
            validator: (_rule, value: string | undefined) =>
              !value?.trim() || isEmail(normalEmail(value))
                ? Promise.resolve()
                : Promise.reject(new Error(t('form.emailForm'))),
          },
        ]}
      >
        <Input type="email" maxLength={IDENTITY_LIMITS.email} autoComplete="off" />
      </Form.Item>
      <Form.Item name="locale" label={t('field.locale')}>
        <Radio.Group
          options={LOCALES.map((value) => ({
            value,
            label: value === 'en' ? t('locale.en') : t('locale.zh'),
          }))}
        />
      </Form.Item>
    </>
  );
}
