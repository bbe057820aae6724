import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useNameOf } from '#client/ui/core/named.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { JUDGE, JUDGE_UPDATE } from './judges-documents.ts';
import { JudgeForm, judgeFields } from './judges-form.tsx';

/** Changing a judge. */
export default function JudgesEditScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const nameOf = useNameOf();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const result = useQuery(JUDGE, { variables: { id }, fetchPolicy: 'network-only' });
  const [update] = useWrite(JUDGE_UPDATE);
  return (
    <Loaded result={result}>
      {({ judge }) => {
        if (!judge) return <Missing />;
        const { version, unit, account } = judge;
        return (
          <Page title={t('judges.editTitle')} hint={`${judge.code} ${nameOf(judge)}`}>
            <JudgeForm
              key={version}
              name={`judge:${id}`}
              initial={{
                email: judge.email,
                name: judge.name,
                nameEn: judge.nameEn ?? '',
                organisation: judge.organisation ?? '',
                title: judge.title ?? '',
                unitId: unit?.id,
                phone: '',
                formerUnitIds: judge.formerUnits.map((former) => former.id),
                expertise: judge.expertise,
                capacity: judge.capacity,
                availableDays: judge.availableDays,
              }}
              unit={unit ? { value: unit.id, label: nameOf(unit) } : undefined}
              formerUnits={judge.formerUnits.map((one) => ({ value: one.id, label: nameOf(one) }))}
              hasPhone={judge.hasPhone}
              fixedEmail={account !== null}
              submitLabel={t('judges.editSubmit')}
              submit={(values) => {
                const { email, ...rest } = judgeFields(values);
                return update({ input: { id, version, ...rest, ...(account ? {} : { email }) } });
              }}
              onDone={async () => {
                notice.success(t('judges.saved', { name: judge.name }));
                await navigate(`/judges/${id}`, { replace: true });
              }}
              onReload={() => void result.refetch().catch(() => undefined)}
            />
          </Page>
        );
      }}
    </Loaded>
  );
}
