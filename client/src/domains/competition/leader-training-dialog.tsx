import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { attendeeProblems, TRAINING_LIMITS } from '@xinghuo/shared/competition/training';
import { Alert, Button, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useViewer } from '#client/ui/core/viewer.ts';
import { newKey } from './leader-content.ts';
import { useLedTeams } from './leader-teams.ts';
import { TRAINING_REGISTER, type Training } from './leader-trainings-documents.ts';

interface Person {
  readonly key: string;
  readonly name: string;
}
const person = (name: string): Person => ({ key: newKey(), name });

/** The people a team sends to a session; what is sent replaces the list sent before. */
export function RegisterDialog(props: { session: Training; title: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation('competition');
  const viewer = useViewer();
  const led = useLedTeams();
  const { session, onClose } = props;
  const registered = (team: string) => session.registrations.find((one) => one.team.id === team)?.attendees;
  const begin = (team: string): readonly Person[] => (registered(team) ?? [viewer?.name ?? '']).map(person);
  const first = led.find(({ id }) => registered(id)) ?? led[0];
  const [team, setTeam] = useState(first?.id ?? '');
  const [people, setPeople] = useState(() => begin(first?.id ?? ''));
  const [told, tell] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [write, busy] = useWrite(TRAINING_REGISTER);
  const names = people.map(({ name }) => name.trim());
  const problems = attendeeProblems(names);
  const send = async (): Promise<void> => {
    tell(true);
    if (problems.length > 0) return;
    const outcome = await write({ input: { sessionId: session.id, teamId: team, attendees: names } });
    if (!outcome.ok) {
      setFailure(outcome.message);
      return;
    }
    notice.success(t('lessons.registered', { count: names.length }));
    onClose();
  };
  return (
    <Modal
      open
      title={t('lessons.registerTitle', { title: props.title })}
      okText={t('lessons.save')}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      {failure ? (
        <Alert className="xh-form-alert" role="alert" type="error" showIcon title={failure} />
      ) : null}
      {led.length > 1 ? (
        <Select
          className="xc-edition xc-gap"
          aria-label={t('lessons.team')}
          value={team}
          onChange={(id: string) => {
            setTeam(id);
            setPeople(begin(id));
          }}
          options={led.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <ul className="xl-people" aria-label={t('lessons.attendees')}>
        {people.map(({ key, name }, i) => {
          const wrong = told ? problems.find(({ path }) => path[1] === String(i)) : undefined;
          return (
            <li key={key}>
              <div>
                <Input
                  aria-label={t('lessons.attendee', { n: i + 1 })}
                  value={name}
                  autoFocus={name === ''}
                  {...(wrong ? { status: 'error' as const } : {})}
                  onChange={(event) =>
                    setPeople((before) =>
                      before.map((one) => (one.key === key ? { ...one, name: event.target.value } : one)),
                    )
                  }
                />
                {wrong ? <span className="xl-errors">{problemText(wrong.code, wrong.params)}</span> : null}
              </div>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('lessons.removePerson', { n: i + 1 })}
                disabled={people.length === 1}
                onClick={() => setPeople((before) => before.filter((one) => one.key !== key))}
              />
            </li>
          );
        })}
      </ul>
      <Button
        icon={<PlusOutlined />}
        disabled={people.length >= TRAINING_LIMITS.attendees}
        onClick={() => setPeople((before) => [...before, person('')])}
      >
        {t('lessons.add')}
      </Button>
    </Modal>
  );
}
