import { KeyOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import { IDENTITY_LIMITS, LOCALES } from '@xinghuo/shared/identity/account';
import { Button, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useViewer } from '#client/ui/core/viewer.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { useGrantWords } from './parts/grant-words.tsx';
import { SessionTable } from './parts/session-table.tsx';
import { VIEWER_UPDATE } from './profile-documents.ts';

interface Values {
  readonly name: string;
  readonly locale: string;
}

/** The own account: name, language, roles, password, and where one is signed in. */
export default function ProfileScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const client = useApolloClient();
  const viewer = useViewer();
  const words = useGrantWords();
  const [update] = useWrite(VIEWER_UPDATE);
  if (!viewer) return null;
  return (
    <Page title={t('profile.title')} hint={viewer.email}>
      <Section title={t('profile.facts')}>
        <RecordForm<Values>
          name="profile"
          draft="none"
          initialValues={{ name: viewer.name, locale: viewer.locale }}
          submitLabel={t('profile.save')}
          submit={(values) => update({ input: values })}
          onDone={async () => {
            await client.refetchQueries({ include: ['Viewer'] });
            notice.success(t('profile.saved'));
          }}
        >
          <Form.Item
            name="name"
            label={t('field.name')}
            rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
          >
            <Input maxLength={IDENTITY_LIMITS.name} autoComplete="name" />
          </Form.Item>
          <Form.Item name="locale" label={t('field.locale')} extra={t('profile.localeHint')}>
            <Radio.Group
              options={LOCALES.map((value) => ({
                value,
                label: value === 'en' ? t('locale.en') : t('locale.zh'),
              }))}
            />
          </Form.Item>
        </RecordForm>
      </Section>
      <Section title={t('profile.roles')}>
        {viewer.grants.length === 0 ? (
          <p className="xh-hint">{t('profile.noRoles')}</p>
        ) : (
          <ul>
            {viewer.grants.map((grant) => (
              <li key={`${grant.role} ${grant.scope} ${grant.scopeId ?? ''}`}>{words(grant)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        title={t('profile.security')}
        extra={
          <Link to="/account/password">
            <Button icon={<KeyOutlined />}>{t('profile.changePassword')}</Button>
          </Link>
        }
      >
        <p className="xh-hint">{t('profile.securityHint')}</p>
      </Section>
      <SessionTable />
      <p className="xh-hint">{t('profile.sessionsHint')}</p>
    </Page>
  );
}
