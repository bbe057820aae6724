import { Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { DEADLINE_EXTEND } from '../documents/edition-writes.ts';
import type { EditionView } from '../edition-types.ts';
import { findOpenEntries } from '../find-entries.ts';
import { findJudgesOf } from '../find-judges.ts';
import { useEditionTitle } from './edition-gate.tsx';
import { InstantInput } from './instant-input.tsx';
import { REFETCH } from './setup-props.ts';

type Target = 'entries' | 'entry' | 'round' | 'judge';
interface Values {
  readonly target: Target;
  readonly entryId: string | null;
  readonly roundId: string | null;
  readonly judgeId: string | null;
  readonly until: string | null;
  readonly reason: string;
}

/** Grants an extension: to all teams, one entry, a round or one of its judges. */
export function ExtensionForm({ edition, reload }: { edition: EditionView; reload: () => void }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const [extend] = useWrite(DEADLINE_EXTEND, REFETCH);
  const taking = edition.state === 'OPEN' || edition.state === 'SCREENING';
  const rounds = edition.rounds.filter(({ state }) => state !== 'LOCKED');
  const first: Target = taking ? 'entries' : 'round';
  const [target, setTarget] = useState<Target>(first);
  const [roundId, setRoundId] = useState(rounds[0]?.id ?? null);
  const findEntries = useMemo(() => findOpenEntries(edition.id), [edition.id]);
  const findJudges = useMemo(() => findJudgesOf(edition.id), [edition.id]);
  const required = [{ required: true, message: problemText('REQUIRED') }];
  const ofRound = target === 'round' || target === 'judge';
  const deadline = ofRound
    ? rounds.find(({ id }) => id === roundId)?.deadline
    : target === 'entries'
      ? edition.entriesDeadline
      : null;
  const targets: readonly Target[] = ['entries', 'entry', 'round', 'judge'];
  return (
    <RecordForm<Values>
      name={`extension:${edition.id}`}
      draft="none"
      initialValues={{ target: first, entryId: null, roundId, judgeId: null, until: null, reason: '' }}
      submitLabel={t('extensions.grant')}
      submit={(values) =>
        extend({
          input: {
            competitionId: edition.id,
            entryId: target === 'entry' ? values.entryId : null,
            roundId: ofRound ? values.roundId : null,
            judgeId: target === 'judge' ? values.judgeId : null,
            until: values.until ?? '',
            reason: values.reason,
          },
        })
      }
      onDone={() => notice.success(t('setup.saved'))}
      onReload={reload}
    >
      <Form.Item name="target" label={t('extensions.target')}>
        <Radio.Group
          className="xc-rules"
          onChange={(event: { target: { value?: Target } }) => setTarget(event.target.value ?? first)}
          options={targets.map((value) => ({
            value,
            label: t(`extensions.targets.${value}`),
            disabled: value === 'entries' || value === 'entry' ? !taking : rounds.length === 0,
          }))}
        />
      </Form.Item>
      {target === 'entry' ? (
        <Form.Item name="entryId" label={t('extensions.entry')} rules={required}>
          <RemoteSelect find={findEntries} />
        </Form.Item>
      ) : null}
      {ofRound ? (
        <Form.Item name="roundId" label={t('extensions.round')} rules={required}>
          <Select
            options={rounds.map((round) => ({ value: round.id, label: titleOf(round) }))}
            onChange={(id: string) => setRoundId(id)}
          />
        </Form.Item>
      ) : null}
      {target === 'judge' ? (
        <Form.Item name="judgeId" label={t('extensions.judge')} rules={required}>
          <RemoteSelect find={findJudges} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="until"
        label={t('extensions.until')}
        rules={required}
        extra={deadline ? t('extensions.presently', { at: formatDateTime(deadline) }) : null}
      >
        <InstantInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('extensions.reason')}
        extra={t('extensions.reasonHint')}
        rules={[{ required: true, whitespace: true, message: problemText('REASON_REQUIRED') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} showCount />
      </Form.Item>
    </RecordForm>
  );
}
