import { PASSWORD } from '@xinghuo/shared/identity/account';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A new password and its repetition, under the names `name` and `repeat`. */
export function PasswordFields(props: { name: string; label: string; repeatLabel: string }): ReactNode {
  const { t } = useTranslation('app');
  return (
    <>
      <Form.Item
        name={props.name}
        label={props.label}
        extra={t('invitation.rule', { min: PASSWORD.min })}
        rules={[{ required: true, min: PASSWORD.min, message: t('invitation.rule', { min: PASSWORD.min }) }]}
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={props.repeatLabel}
        dependencies={[props.name]}
        rules={[
          ({ getFieldValue }) => ({
            required: true,
            validator: (_rule, value: unknown) =>
              value === getFieldValue(props.name)
                ? Promise.resolve()
                : Promise.reject(new Error(t('invitation.mismatch'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
    </>
  );
}
