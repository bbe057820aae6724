import './identity.css';
import { useQuery } from '@apollo/client/react';
import { IDENTITY_LIMITS, LIFETIMES } from '@xinghuo/shared/identity/account';
import { Checkbox, Form, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PermissionListQuery } from '#client/__generated__/graphql.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { SecretModal } from './parts/secret-modal.tsx';
import { API_TOKEN_CREATE, PERMISSIONS } from './token-documents.ts';

interface Values {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

const DAY = 86_400_000;
const CHOICES = [30, 90, 180, LIFETIMES.tokenDays];

/** The rights to choose among. A group of boxes knows no `aria-required`, so what the form adds is not passed on. */
function Rights(props: {
  permissions: PermissionListQuery['permissions'];
  value?: string[];
  onChange?: (names: string[]) => void;
}): ReactNode {
  const label = useLabel();
  return (
    <Checkbox.Group
      className="xh-rights"
      {...(props.value ? { value: props.value } : {})}
      {...(props.onChange ? { onChange: props.onChange } : {})}
    >
      {props.permissions.map((permission) => (
        <Checkbox key={permission.name} value={permission.name}>
          {label(permission)} <code>{permission.name}</code>
        </Checkbox>
      ))}
    </Checkbox.Group>
  );
}

/** Making a token; its secret is shown once. */
export default function TokenCreateScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const result = useQuery(PERMISSIONS);
  const [create] = useWrite(API_TOKEN_CREATE);
  const [secret, setSecret] = useState<string>();
  return (
    <Page title={t('tokens.createTitle')} hint={t('tokens.hint')}>
      <Loaded result={result}>
        {({ permissions }) => (
          <RecordForm<Values, { secret?: string | null }>
            name="token:new"
            draft="none"
            initialValues={{ name: '', scopes: [], days: 90 }}
            submitLabel={t('tokens.createSubmit')}
            submit={({ name, scopes, days }) =>
              create({
                input: {
                  name,
                  scopes: [...scopes],
                  // A minute short of the limit: the server's clock may be behind this one.
                  expiresAt: new Date(Date.now() + days * DAY - 60_000).toISOString(),
                },
              })
            }
            onDone={(payload) => setSecret(payload.secret ?? undefined)}
          >
            <Form.Item
              name="name"
              label={t('tokens.name')}
              rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
            >
              <Input maxLength={IDENTITY_LIMITS.tokenName} placeholder={t('tokens.namePlaceholder')} />
            </Form.Item>
            <Form.Item name="days" label={t('tokens.until')} extra={t('tokens.expiresHint')}>
              <Radio.Group
                options={CHOICES.map((days) => ({ value: days, label: t('tokens.days', { count: days }) }))}
              />
            </Form.Item>
            <Form.Item
              name="scopes"
              label={t('tokens.scopes')}
              extra={t('tokens.scopesHint')}
              rules={[{ required: true, message: problemText('REQUIRED') }]}
            >
              <Rights permissions={permissions.filter(({ held }) => held)} />
            </Form.Item>
          </RecordForm>
        )}
      </Loaded>
      {secret ? (
        <SecretModal
          title={t('secret.tokenTitle')}
          hint={t('secret.tokenHint')}
          secret={secret}
          use={
            <div className="xh-hint">
              {t('secret.tokenUse')}
              <code className="xh-secret-use">Authorization: Bearer {secret.slice(0, 8)}…</code>
            </div>
          }
          onClose={() => void navigate('/tokens', { replace: true })}
        />
      ) : null}
    </Page>
  );
}
