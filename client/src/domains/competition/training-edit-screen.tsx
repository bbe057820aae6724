import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import './setup.css';
import { TRAINING, TRAINING_UPDATE } from './documents/training.ts';
import { TrainingForm, trainingInput } from './parts/training-form.tsx';

/** Changing a training session. */
export default function TrainingEditScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const result = useQuery(TRAINING, { variables: { id }, fetchPolicy: 'network-only' });
  const [update] = useWrite(TRAINING_UPDATE);
  return (
    <Loaded result={result}>
      {({ trainingSession: session }) => {
        if (!session) return <Missing />;
        const { version, title, titleEn, description, descriptionEn } = session;
        const { startsAt, endsAt, place, placeEn, lecturer, capacity } = session;
        return (
          <Page title={t('training.editTitle')} hint={title}>
            <TrainingForm
              key={version}
              name={`training:${id}`}
              initial={{
                title,
                titleEn,
                description,
                descriptionEn,
                startsAt,
                endsAt,
                place,
                placeEn,
                lecturer,
                capacity,
              }}
              submitLabel={t('training.editSubmit')}
              submit={(values) => update({ input: { id, version, ...trainingInput(values) } })}
              onDone={async () => {
                notice.success(t('training.saved'));
                await navigate(`/training-sessions/${id}`, { replace: true });
              }}
              onReload={() => void result.refetch().catch(() => undefined)}
            />
          </Page>
        );
      }}
    </Loaded>
  );
}
