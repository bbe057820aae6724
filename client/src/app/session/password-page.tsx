import { Alert, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../__generated__/index.ts';
import { notice } from '../../ui/core/notice.ts';
import { useWrite } from '../../ui/core/use-write.ts';
import { useViewer } from '../../ui/core/viewer.ts';
import { RecordForm } from '../../ui/form/record-form.tsx';
import { Page } from '../../ui/show/page.tsx';
import { PasswordFields } from './password-fields.tsx';
import { useViewerRefresh } from './use-session.ts';

/** Changes the own password. */
const PASSWORD_CHANGE = graphql(`
  mutation PasswordChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) {
      problems {
        code
        path
        params
      }
    }
  }
`);

interface Answer {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly repeat: string;
}

/** Changing the own password; the only page of an account that must change it. */
export default function PasswordPage(): ReactNode {
  const { t } = useTranslation('app');
  const viewer = useViewer();
  const navigate = useNavigate();
  const refresh = useViewerRefresh();
  const [change] = useWrite(PASSWORD_CHANGE);
  return (
    <Page title={t('password.title')}>
      <div className="xh-narrow">
        {viewer?.mustChangePassword ? (
          <Alert type="warning" showIcon title={t('password.must')} className="xh-form-alert" />
        ) : null}
        <RecordForm<Answer>
          name="password"
          initialValues={{ currentPassword: '', newPassword: '', repeat: '' }}
          submitLabel={t('password.submit')}
          draft="none"
          submit={({ currentPassword, newPassword }) => change({ input: { currentPassword, newPassword } })}
          onDone={async () => {
            notice.success(t('password.done'));
            await refresh();
            await navigate('/');
          }}
        >
          <Form.Item name="currentPassword" label={t('password.current')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <PasswordFields name="newPassword" label={t('password.fresh')} repeatLabel={t('password.repeat')} />
        </RecordForm>
      </div>
    </Page>
  );
}
