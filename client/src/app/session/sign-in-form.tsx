import { useApolloClient } from '@apollo/client/react';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, problemsText } from '../../ui/core/problem-text.ts';
import { WITHOUT_GATE } from '../apollo/session-link.ts';
import { SESSION_CREATE } from './documents.ts';

/**
 * Email and password. `email` given means: this account and no other. Plain fields: this is the first thing a phone
 * on a train loads, and the form library is heavier than all the rest of it.
 */
export function SignInForm(props: { email?: string; onSignedIn: () => Promise<void> }): ReactNode {
  const { t } = useTranslation('app');
  const client = useApolloClient();
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const signIn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (email.trim() === '') return setFailure(t('signIn.emailMissing'));
    if (password === '') return setFailure(t('signIn.passwordMissing'));
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
  const known = props.email !== undefined;
  return (
    <form noValidate onSubmit={(event) => void signIn(event)}>
      {failure ? (
        <p className="xh-plain-alert" role="alert">
          {failure}
        </p>
      ) : null}
      <label className="xh-field">
        <span>{t('signIn.email')}</span>
        <input
          name="email"
          type="email"
          autoComplete="username"
          // biome-ignore lint/a11y/noAutofocus: nothing else can be done on this page
          autoFocus={!known}
          readOnly={known}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <label className="xh-field">
        <span>{t('signIn.password')}</span>
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type in this field
          autoFocus={known}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
