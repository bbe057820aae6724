import { useQuery } from '@apollo/client/react';
import { ROLES } from '@xinghuo/shared/kernel/role';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useTitle } from '../../ui/core/environment.ts';
import { formatDateTime } from '../../ui/core/format.ts';
import { useLabel } from '../../ui/core/language.ts';
import { problemText } from '../../ui/core/problem-text.ts';
import { useWrite } from '../../ui/core/use-write.ts';
import { RecordForm } from '../../ui/form/record-form.tsx';
import { Loaded } from '../../ui/show/loaded.tsx';
import { EmptyState } from '../../ui/show/states.tsx';
import { EntranceLayout } from '../layout/entrance-layout.tsx';
import { INVITATION, INVITATION_ACCEPT } from './invitation-documents.ts';
import { PasswordFields } from './password-fields.tsx';
import { useViewerRefresh } from './use-session.ts';

interface Answer {
  readonly name?: string | null;
  readonly password: string;
  readonly repeat: string;
}

/** Where an invitation link leads: name, password, and on to the work. */
export default function InvitationPage(): ReactNode {
  const { t } = useTranslation('app');
  const label = useLabel();
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const refresh = useViewerRefresh();
  const result = useQuery(INVITATION, { variables: { token }, fetchPolicy: 'no-cache' });
  const [accept] = useWrite(INVITATION_ACCEPT);
  // A link that only sets a password invites to nothing.
  const title =
    result.data?.invitation?.kind === 'PASSWORD' ? t('invitation.titlePassword') : t('invitation.title');
  useTitle(title);
  return (
    <EntranceLayout title={title}>
      <Loaded result={result}>
        {({ invitation }) =>
          invitation ? (
            <>
              <p>
                {invitation.role
                  ? t('invitation.intro', { role: label(ROLES[invitation.role]) })
                  : t('invitation.introPassword')}
              </p>
              {invitation.hasPassword ? <p>{t('invitation.introPresent')}</p> : null}
              <p className="xh-hint">
                {t('invitation.expires', { time: formatDateTime(invitation.expiresAt) })}
                <br />
                {t('invitation.account')}: {invitation.email}
              </p>
              <RecordForm<Answer, { readonly landing: string | null }>
                name="invitation"
                initialValues={{ name: invitation.name ?? '', password: '', repeat: '' }}
                submitLabel={t('invitation.submit')}
                draft="none"
                block
                submit={({ name = null, password }) => accept({ input: { token, name, password } })}
                onDone={async (payload) => {
                  await refresh();
                  await navigate(payload.landing ?? '/', { replace: true });
                }}
              >
                <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
                {invitation.kind === 'INVITATION' && !invitation.hasPassword ? (
                  <Form.Item
                    name="name"
                    label={t('invitation.name')}
                    rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
                  >
                    <Input autoComplete="name" size="large" />
                  </Form.Item>
                ) : null}
                {invitation.hasPassword ? (
                  <Form.Item
                    name="password"
                    label={t('invitation.present')}
                    rules={[{ required: true, message: problemText('REQUIRED') }]}
                  >
                    <Input.Password autoComplete="current-password" size="large" />
                  </Form.Item>
                ) : (
                  <PasswordFields
                    name="password"
                    label={t('invitation.password')}
                    repeatLabel={t('invitation.repeat')}
                  />
                )}
              </RecordForm>
            </>
          ) : (
            <EmptyState title={t('invitation.gone')} hint={t('invitation.goneHint')} />
          )
        }
      </Loaded>
    </EntranceLayout>
  );
}
