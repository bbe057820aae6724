import { useQuery } from '@apollo/client/react';
import { TRAINING_STATES } from '@xinghuo/shared/competition/training';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { formatDateTime, formatTime } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useViewer } from '#client/ui/core/viewer.ts';
import { ReasonModal } from '#client/ui/detail/reason-modal.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import './competition.css';
import './leader.css';
import { useLedTeams } from './leader-teams.ts';
import { RegisterDialog } from './leader-training-dialog.tsx';
import { TRAINING_UNREGISTER, TRAININGS, type Training } from './leader-trainings-documents.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { TRAINING_TONES } from './tones.ts';

type Registration = Training['registrations'][number];

function Session({ session }: { session: Training }): ReactNode {
  const { t } = useTranslation('competition');
  const language = useLanguage();
  const titleOf = useEditionTitle();
  const led = useLedTeams();
  const viewer = useViewer();
  const [params] = useSearchParams();
  const [open, setOpen] = useState(false);
  const [leaving, leave] = useState<Registration>();
  const [cancel] = useWrite(TRAINING_UNREGISTER);
  const mine = session.registrations.filter(({ team }) => led.some(({ id }) => id === team.id));
  const title = titleOf(session);
  const english = language === 'en';
  const description = english && session.descriptionEn ? session.descriptionEn : session.description;
  const full = session.registeredCount >= session.capacity;
  const asked = params.get('session') === session.id;
  return (
    <article className="xl-training" id={`session-${session.id}`} aria-current={asked ? 'true' : undefined}>
      <div className="xl-training-head">
        <div>
          <h3>{title}</h3>
          <p className="xh-hint">{titleOf(session.competition)}</p>
        </div>
        <span className="xh-button-row">
          {session.state === 'CANCELLED' ? (
            <StateTag of={TRAINING_STATES} tones={TRAINING_TONES} value={session.state} />
          ) : null}
          {session.registrationOpen && led.length > 0 ? (
            <>
              {mine.map((registration) => (
                <Button key={registration.id} danger onClick={() => leave(registration)}>
                  {t('lessons.cancel')}
                </Button>
              ))}
              <Button
                type={mine.length > 0 ? 'default' : 'primary'}
                disabled={full && mine.length === 0}
                onClick={() => setOpen(true)}
              >
                {mine.length > 0 ? t('lessons.change') : full ? t('lessons.full') : t('lessons.register')}
              </Button>
            </>
          ) : null}
          {session.registrationOpen && viewer === null ? (
            <Link to={`/sign-in?next=${encodeURIComponent(`/my-trainings?session=${session.id}`)}`}>
              <Button>{t('lessons.signIn')}</Button>
            </Link>
          ) : null}
        </span>
      </div>
      <dl>
        <div>
          <dt>{t('lessons.time')}</dt>
          <dd>
            {formatDateTime(session.startsAt)}–{formatTime(session.endsAt).slice(0, 5)}
          </dd>
        </div>
        <div>
          <dt>{t('lessons.place')}</dt>
          <dd>{english && session.placeEn ? session.placeEn : session.place}</dd>
        </div>
        <div>
          <dt>{t('lessons.lecturer')}</dt>
          <dd>{session.lecturer}</dd>
        </div>
        <div>
          <dd>{t('lessons.room', { registered: session.registeredCount, capacity: session.capacity })}</dd>
        </div>
      </dl>
      {description ? <p>{description}</p> : null}
      {session.cancelReason ? <p>{t('lessons.cancelled', { reason: session.cancelReason })}</p> : null}
      {mine.map(({ id, team, attendees, present }) => (
        <p key={id}>
          {t('lessons.mine', {
            team: titleOf({ title: team.name, titleEn: team.nameEn ?? '' }),
            names: attendees.join(t('wizard.comma')),
          })}
          {present
            ? ` · ${present.length > 0 ? t('lessons.came', { names: present.join(t('wizard.comma')) }) : t('lessons.nobodyCame')}`
            : ''}
        </p>
      ))}
      {open ? <RegisterDialog session={session} title={title} onClose={() => setOpen(false)} /> : null}
      {leaving ? (
        <ReasonModal
          title={t('lessons.cancelAsk', { title, count: leaving.attendees.length })}
          verb={t('lessons.cancel')}
          reason={false}
          danger={false}
          onCancel={() => leave(undefined)}
          onConfirm={async () => {
            const outcome = await cancel({ input: { id: leaving.id } });
            if (outcome.ok) {
              leave(undefined);
              notice.success(t('lessons.cancelledDone'));
            }
            return outcome;
          }}
        />
      ) : null}
    </article>
  );
}

/** Training sessions: those ahead first, with registration for one's own team. */
export default function LeaderTrainingsScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const result = useQuery(TRAININGS, { variables: {}, fetchPolicy: 'cache-and-network' });
  return (
    <Page title={t('lessons.title')} hint={t('lessons.hint')}>
      <Loaded result={result}>
        {({ trainingSessions: { nodes } }) => {
          if (nodes.length === 0)
            return <EmptyState title={t('lessons.empty')} hint={t('lessons.emptyHint')} />;
          const now = Date.now();
          const coming = nodes.filter(({ startsAt }) => Date.parse(startsAt) > now).reverse();
          const past = nodes.filter(({ startsAt }) => Date.parse(startsAt) <= now);
          return (
            <>
              <Section title={t('lessons.coming')} flush>
                {coming.length === 0 ? <p className="xc-none">{t('lessons.comingNone')}</p> : null}
                {coming.map((session) => (
                  <Session key={session.id} session={session} />
                ))}
              </Section>
              {past.length > 0 ? (
                <Section title={t('lessons.past')} flush>
                  {past.map((session) => (
                    <Session key={session.id} session={session} />
                  ))}
                </Section>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
