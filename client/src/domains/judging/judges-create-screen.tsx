import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { Page } from '#client/ui/show/page.tsx';
import { EditionGate, yearTitle } from '../competition/parts/edition-gate.tsx';
import { useTitleOf } from './edition-page.tsx';
import { JUDGE_CREATE } from './judges-documents.ts';
import { JudgeForm, judgeFields } from './judges-form.tsx';

const EMPTY = {
  email: '',
  name: '',
  nameEn: '',
  organisation: '',
  title: '',
  unitId: undefined,
  phone: '',
  formerUnitIds: [],
  expertise: [],
  capacity: 20,
  availableDays: [],
};

/** Listing a judge in the working edition. */
export default function JudgesCreateScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const navigate = useNavigate();
  const titleOf = useTitleOf();
  const [create] = useWrite(JUDGE_CREATE);
  return (
    <EditionGate>
      {(edition) => (
        <Page title={t('judges.createTitle')} hint={yearTitle(edition.year, titleOf(edition))}>
          <JudgeForm
            name={`judge:new:${edition.id}`}
            initial={EMPTY}
            submitLabel={t('judges.createSubmit')}
            submit={(values) => create({ input: { competitionId: edition.id, ...judgeFields(values) } })}
            onDone={async ({ judge }) => {
              if (!judge) return;
              notice.success(t('judges.created', { name: judge.name }));
              await navigate(`/judges/${judge.id}`, { replace: true });
            }}
          />
        </Page>
      )}
    </EditionGate>
  );
}
