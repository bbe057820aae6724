import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { Page } from '#client/ui/show/page.tsx';
import './competition.css';
import './setup.css';
import { TRAINING_CREATE } from './documents/training.ts';
import { EditionGate, EditionSwitch } from './parts/edition-gate.tsx';
import { TrainingForm, trainingInput } from './parts/training-form.tsx';

/** A new training session of the chosen edition. */
export default function TrainingCreateScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const navigate = useNavigate();
  const [create] = useWrite(TRAINING_CREATE);
  return (
    <EditionGate>
      {(edition, choice) => (
        <Page title={t('training.createTitle')} actions={<EditionSwitch choice={choice} />}>
          <TrainingForm<{ trainingSession: { id: string } | null }>
            name={`training:new:${edition.id}`}
            initial={{
              title: '',
              titleEn: '',
              description: '',
              descriptionEn: '',
              startsAt: null,
              endsAt: null,
              place: '',
              placeEn: '',
              lecturer: '',
              capacity: 60,
            }}
            submitLabel={t('training.createSubmit')}
            submit={(values) => create({ input: { competitionId: edition.id, ...trainingInput(values) } })}
            onDone={async ({ trainingSession }) => {
              notice.success(t('training.saved'));
              if (trainingSession)
                await navigate(`/training-sessions/${trainingSession.id}`, { replace: true });
            }}
          />
        </Page>
      )}
    </EditionGate>
  );
}
