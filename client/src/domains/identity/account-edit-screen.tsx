import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { ACCOUNT, ACCOUNT_UPDATE } from './account-documents.ts';
import { AccountFields } from './parts/account-fields.tsx';

interface Values {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

/** Changing somebody's name, address or language. */
export default function AccountEditScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const result = useQuery(ACCOUNT, { variables: { id }, fetchPolicy: 'network-only' });
  const [update] = useWrite(ACCOUNT_UPDATE);
  return (
    <Loaded result={result}>
      {({ account }) => {
        if (!account?.canManage) return <Missing />;
        const { version, name, email, locale } = account;
        return (
          <Page title={t('form.editTitle')} hint={name}>
            <RecordForm<Values>
              key={version}
              name={`account:${id}`}
              initialValues={{ name, email, locale }}
              submitLabel={t('form.editSubmit')}
              submit={(values) => update({ input: { id, version, ...values } })}
              onDone={async () => {
                notice.success(t('form.saved', { name }));
                await navigate(`/accounts/${id}`, { replace: true });
              }}
              onReload={() => void result.refetch().catch(() => undefined)}
            >
              <AccountFields emailHint={t('form.emailHint')} />
            </RecordForm>
          </Page>
        );
      }}
    </Loaded>
  );
}
