import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useTitle } from '../../ui/core/environment.ts';
import { useViewer } from '../../ui/core/viewer.ts';
import { EntranceLayout } from '../layout/entrance-layout.tsx';
import { safeNext } from './safe-next.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useViewerRefresh } from './use-session.ts';

/** The sign-in page; whoever is signed in already goes on to where they wanted. */
export default function SignInPage(): ReactNode {
  const { t } = useTranslation('app');
  useTitle(t('signIn.title'));
  const [params] = useSearchParams();
  const viewer = useViewer();
  const refresh = useViewerRefresh();
  if (viewer)
    return (
      <Navigate to={viewer.mustChangePassword ? '/account/password' : safeNext(params.get('next'))} replace />
    );
  return (
    <EntranceLayout title={t('signIn.title')}>
      <SignInForm onSignedIn={refresh} />
      <p className="xh-hint">{t('signIn.forgotten')}</p>
    </EntranceLayout>
  );
}
