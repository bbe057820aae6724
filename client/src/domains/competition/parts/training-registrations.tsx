import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TrainingSessionPageQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { EmptyState } from '#client/ui/show/states.tsx';
import { ATTENDANCE_SET, WITHDRAW_TEAM } from '../documents/training.ts';
import { useEditionTitle } from './edition-gate.tsx';
import { TrainingRegister } from './training-register.tsx';

type Registration = NonNullable<TrainingSessionPageQuery['trainingSession']>['registrations'][number];

const REFETCH = { refetch: ['TrainingSessionPage'] } as const;

/** Teams with the people they send; once the session has begun, who of them came. */
export function TrainingRegistrations(props: {
  sessionId: string;
  /** The session has begun: attendance can be recorded. */
  begun: boolean;
  /** Registrations may still change. */
  open: boolean;
  manages: boolean;
  registrations: readonly Registration[];
}): ReactNode {
  const { t } = useTranslation('competition');
  const [adding, setAdding] = useState(false);
  const { registrations, manages, begun, open } = props;
  const add =
    manages && open ? (
      <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
        {t('training.add')}
      </Button>
    ) : null;
  return (
    <>
      <div className="xc-notice-bar">
        {add}
        {manages ? (
          <p className="xh-hint">{begun ? t('training.attendanceHint') : t('training.attendanceEarly')}</p>
        ) : null}
      </div>
      {adding ? <TrainingRegister sessionId={props.sessionId} onClose={() => setAdding(false)} /> : null}
      {registrations.length === 0 ? (
        <EmptyState title={t('training.noRegistrations')} hint={t('training.noRegistrationsHint')} />
      ) : (
        <ul className="xc-cards">
          {registrations.map((registration) => (
            <RegistrationCard
              key={`${registration.id}:${registration.attendees.join()}`}
              registration={registration}
              recording={manages && begun}
              withdrawing={manages && open}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function RegistrationCard(props: {
  registration: Registration;
  recording: boolean;
  withdrawing: boolean;
}): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const { registration, recording, withdrawing } = props;
  const { id, attendees, present, team } = registration;
  const [came, setCame] = useState<readonly string[]>(present ?? []);
  const [record, recordBusy] = useWrite(ATTENDANCE_SET, REFETCH);
  const [withdraw, withdrawBusy] = useWrite(WITHDRAW_TEAM, REFETCH);
  const name = titleOf({ title: team.name, titleEn: team.nameEn ?? '' });
  const dirty = present === null ? came.length > 0 : [...came].sort().join() !== [...present].sort().join();
  const told = (outcome: { ok: boolean; message: string }): void => {
    if (outcome.ok) notice.success(t('training.saved'));
    else notice.error(outcome.message);
  };
  const save = async (names: readonly string[]): Promise<void> =>
    told(await record({ input: { registrationId: id, present: [...names] } }));
  return (
    <li className="xc-card" aria-label={name}>
      <p className="xc-card-head">
        <Link to={`/teams/${team.id}`}>
          <b>{name}</b>
        </Link>
        {withdrawing ? (
          <Popconfirm
            title={t('training.removeAsk', { name })}
            okText={t('training.remove')}
            onConfirm={async () => told(await withdraw({ input: { id } }))}
          >
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              loading={withdrawBusy}
              aria-label={t('training.removeAsk', { name })}
            />
          </Popconfirm>
        ) : null}
      </p>
      {recording ? (
        <Checkbox.Group
          className="xc-attendees"
          value={[...came]}
          options={attendees}
          onChange={(names) => setCame(names)}
        />
      ) : (
        <p>{attendees.join('、')}</p>
      )}
      <p className="xh-hint">
        {formatDateTime(registration.createdAt)} ·{' '}
        {present === null
          ? t('training.notRecorded')
          : t('training.presentOf', { present: present.length, registered: attendees.length })}
      </p>
      {recording && (dirty || came.length < attendees.length) ? (
        <p className="xh-button-row">
          {dirty ? (
            <Button size="small" type="primary" loading={recordBusy} onClick={() => void save(came)}>
              {t('training.save')}
            </Button>
          ) : null}
          {came.length < attendees.length ? (
            <Button
              size="small"
              disabled={recordBusy}
              onClick={() => {
                setCame(attendees);
                void save(attendees);
              }}
            >
              {t('training.everyone')}
            </Button>
          ) : null}
        </p>
      ) : null}
    </li>
  );
}
