import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
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
      <details className="xh-forgotten">
        <summary>{t('signIn.forgotten')}</summary>
        <p className="xh-hint">{t('signIn.forgottenWhat')}</p>
      </details>
      <nav className="xh-entrance-open" aria-label={t('signIn.open')}>
        <span>{t('signIn.open')}</span>
        <Link to="/public">{t('nav.publicHome')}</Link>
        <Link to="/exemplars">{t('nav.publicLibrary')}</Link>
      </nav>
    </EntranceLayout>
  );
}
