import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionGate } from '../../ui/core/session-gate.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useViewerRefresh } from './use-session.ts';

/** Sign-in over the page, which stays as it is beneath. Only the same account can go on with its work. */
export default function SignInModal(): ReactNode {
  const { t } = useTranslation('app');
  const refresh = useViewerRefresh();
  const account = sessionGate.account();
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t('signIn.expiredTitle')}
      footer={<Button onClick={() => sessionGate.giveUp()}>{t('signIn.giveUp')}</Button>}
      width={420}
    >
      <p>{t('signIn.expiredBody')}</p>
      <SignInForm
        {...(account ? { email: account.email } : {})}
        onSignedIn={async () => {
          await refresh();
          sessionGate.signedIn();
        }}
      />
      {account ? <p className="xh-hint">{t('signIn.otherAccount', { email: account.email })}</p> : null}
    </Modal>
  );
}
