import { useApolloClient } from '@apollo/client/react';
import { Alert, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, problemsText } from '../../ui/core/problem-text.ts';
import { WITHOUT_GATE } from '../apollo/session-link.ts';
import { SESSION_CREATE } from './documents.ts';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Email and password. `email` given means: this account and no other. */
export function SignInForm(props: { email?: string; onSignedIn: () => Promise<void> }): ReactNode {
  const { t } = useTranslation('app');
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const signIn = async ({ email, password }: Credentials): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { data } = await client.mutate({
        mutation: SESSION_CREATE,
        variables: { input: { email: email.trim(), password } },
        context: WITHOUT_GATE,
      });
      const problems = data?.sessionCreate.problems ?? [];
      if (problems.length > 0) setFailure(problemsText(problems));
      else await props.onSignedIn();
    } catch (error) {
      setFailure(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={{ email: props.email }}
      onFinish={(values) => void signIn(values)}
      scrollToFirstError={{ focus: true }}
    >
      {failure ? <Alert type="error" showIcon title={failure} className="xh-form-alert" role="alert" /> : null}
      <Form.Item name="email" label={t('signIn.email')} rules={[{ required: true, message: t('signIn.emailMissing') }]}>
        <Input
          type="email"
          autoComplete="username"
          autoFocus={!props.email}
          disabled={props.email !== undefined}
          size="large"
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus={props.email !== undefined} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}
