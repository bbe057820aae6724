import './identity.css';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { DayInput } from '#client/ui/form/day-input.tsx';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { endOfDay } from './end-of-day.ts';
import { type GrantValue, grantInput } from './grant-values.ts';
import { INVITATION_CREATE } from './invitation-documents.ts';
import { AccountFields } from './parts/account-fields.tsx';
import { GrantsList } from './parts/grants-list.tsx';

interface Values {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly grants: readonly GrantValue[];
  readonly expiresAt: string | null;
}

/** Inviting somebody to one or several roles. */
export default function InvitationCreateScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const [create] = useWrite(INVITATION_CREATE);
  return (
    <Page title={t('invitations.createTitle')} hint={t('invitations.hint')}>
      <RecordForm<Values, { invitation?: { email: string } | null }>
        name="invitation:new"
        initialValues={{ name: '', email: '', locale: 'zh-CN', grants: [{}], expiresAt: null }}
        submitLabel={t('invitations.createSubmit')}
        submit={({ grants, expiresAt, ...values }) =>
          create({
            input: {
              ...values,
              grants: grants.flatMap((grant) => grantInput(grant) ?? []),
              expiresAt: expiresAt ? endOfDay(expiresAt) : null,
            },
          })
        }
        onDone={async ({ invitation }) => {
          notice.success(t('invitations.sent', { email: invitation?.email ?? '' }));
          await navigate('/invitations', { replace: true });
        }}
      >
        <AccountFields />
        <GrantsList atLeastOne />
        <Form.Item name="expiresAt" label={t('invitations.expiresAt')} extra={t('invitations.expiresHint')}>
          <DayInput />
        </Form.Item>
      </RecordForm>
    </Page>
  );
}
