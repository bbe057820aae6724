import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { TRAINING_LIFECYCLE } from '@xinghuo/shared/competition/training';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { TrainingSessionPageQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatShare } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import './competition.css';
import './setup.css';
import { attendance } from './attendance.ts';
import { TRAINING, TRAINING_CANCEL } from './documents/training.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { TrainingRegistrations } from './parts/training-registrations.tsx';
import { TrainingTag } from './parts/training-tag.tsx';
import { choicesOf } from './step-choices.ts';

type Session = NonNullable<TrainingSessionPageQuery['trainingSession']>;

function Training({ session }: { session: Session }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const can = useCan();
  const english = useLanguage() === 'en';
  const [cancel] = useWrite(TRAINING_CANCEL, { refetch: ['TrainingSessionPage'] });
  const { id, version, registeredCount: registered, capacity } = session;
  const { present, base } = attendance(session.registrations);
  const name = titleOf(session);
  const pick = (zh: string, en: string): string => (english && en ? en : zh);
  return (
    <DetailPage
      title={name}
      backTo={`/training-sessions?edition=${session.competition.id}`}
      state={<TrainingTag session={session} />}
      actions={
        can('training.manage') && session.state === 'SCHEDULED' ? (
          <Link to={`/training-sessions/${id}/edit`}>
            <Button icon={<EditOutlined />}>{t('training.edit')}</Button>
          </Link>
        ) : null
      }
      transitions={
        can('training.manage') ? (
          <TransitionBar
            table={TRAINING_LIFECYCLE}
            choices={choicesOf(TRAINING_LIFECYCLE, session.availableTransitions)}
            name={name}
            confirm={() => t('training.confirmCancel', { name, count: registered })}
            run={(_event, reason = '') => cancel({ input: { id, version, reason } })}
          />
        ) : null
      }
      facts={[
        {
          label: t('training.column.startsAt'),
          value: t('training.time', {
            from: formatDateTime(session.startsAt),
            to: formatDateTime(session.endsAt),
          }),
        },
        { label: t('training.column.place'), value: pick(session.place, session.placeEn) },
        { label: t('training.column.lecturer'), value: session.lecturer },
        { label: t('training.registered'), value: t('training.people', { registered, capacity }) },
        ...(base > 0 ? [{ label: t('training.share'), value: formatShare(present, base) }] : []),
        { label: t('training.field.competitionId'), value: titleOf(session.competition) },
        ...(session.cancelReason ? [{ label: t('training.cancelReason'), value: session.cancelReason }] : []),
      ]}
      tabs={[
        {
          key: 'registrations',
          label: t('training.tab.registrations'),
          count: session.registrations.length,
          content: (
            <TrainingRegistrations
              sessionId={id}
              begun={Date.parse(session.startsAt) <= Date.now()}
              open={session.registrationOpen}
              manages={can('training.manage') && session.state === 'SCHEDULED'}
              registrations={session.registrations}
            />
          ),
        },
        {
          key: 'about',
          label: t('training.tab.about'),
          content: (
            <div className="xh-prose">
              {pick(session.description, session.descriptionEn) || t('training.noDescription')}
            </div>
          ),
        },
      ]}
    />
  );
}

/** One training session: what it is, who registered, who came. */
export default function TrainingScreen(): ReactNode {
  const { id = '' } = useParams();
  const result = useQuery(TRAINING, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ trainingSession }) =>
        trainingSession ? <Training key={id} session={trainingSession} /> : <Missing />
      }
    </Loaded>
  );
}
