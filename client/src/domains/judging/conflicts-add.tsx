import { useQuery } from '@apollo/client/react';
import { JUDGE_LIMITS } from '@xinghuo/shared/judging/domain/judge';
import { SHEET_STATES } from '@xinghuo/shared/judging/domain/score-sheet';
import { Alert, Form, Input, Modal } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { findJudgesOf } from '../competition/find-judges.ts';
import { CONFLICT_ADD, HELD_PAIR } from './conflicts-documents.ts';
import { useTitleOf } from './edition-page.tsx';
import { findJudgedEntries } from './judges-find.ts';

interface Values {
  readonly judgeId: string | null;
  readonly entryId: string | null;
  readonly reason: string;
}

/** What entering the conflict would do to assignments, said before it is done. */
function Effect({ judge, entry }: { judge: string; entry: string }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const { data } = useQuery(HELD_PAIR, { variables: { judge, entry }, fetchPolicy: 'network-only' });
  const held = data?.assignments.nodes ?? [];
  if (!data) return null;
  if (held.length === 0) return <Alert type="info" showIcon title={t('conflicts.nothingHeld')} />;
  const fixed = held.some(({ sheet }) => sheet?.state === 'SUBMITTED' || sheet?.state === 'LOCKED');
  const lines = held
    .map(({ round, sheet }) =>
      t('conflicts.heldIn', {
        round: round ? titleOf(round) : '',
        state: sheet ? label(SHEET_STATES[sheet.state]) : '',
      }),
    )
    .join(t('frame.separator'));
  return (
    <Alert
      type={fixed ? 'error' : 'warning'}
      showIcon
      title={lines}
      description={fixed ? t('conflicts.heldSubmitted') : t('conflicts.heldFreed')}
    />
  );
}

/** The dialog in which a coordinator enters a conflict; what it takes away stands there before it is sent. */
export function ConflictAdd(props: { competitionId: string; onClose: () => void }): ReactNode {
  const { competitionId, onClose } = props;
  const { t } = useTranslation('judging');
  const [add] = useWrite(CONFLICT_ADD, { refetch: ['ConflictList'] });
  const judges = useMemo(() => findJudgesOf(competitionId), [competitionId]);
  const entries = useMemo(() => findJudgedEntries(competitionId), [competitionId]);
  const required = [{ required: true, message: problemText('REQUIRED') }];
  return (
    <Modal open title={t('conflicts.add')} footer={null} onCancel={onClose} width={520}>
      <RecordForm<Values>
        name={`conflict:${competitionId}`}
        draft="none"
        initialValues={{ judgeId: null, entryId: null, reason: '' }}
        submitLabel={t('conflicts.addSubmit')}
        submit={async ({ judgeId, entryId, reason }) => {
          const outcome = await add({
            input: { judgeId: judgeId ?? '', entryId: entryId ?? '', reason, release: true },
          });
          if (outcome.ok) notice.success(t('conflicts.added'));
          return outcome;
        }}
        onDone={onClose}
      >
        <Form.Item name="judgeId" label={t('conflicts.judge')} rules={required}>
          <RemoteSelect find={judges} placeholder={t('frame.lookup')} />
        </Form.Item>
        <Form.Item name="entryId" label={t('conflicts.entry')} rules={required}>
          <RemoteSelect find={entries} placeholder={t('frame.lookup')} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('conflicts.reason')}
          extra={t('conflicts.reasonHint')}
          rules={[{ required: true, whitespace: true, message: problemText('REASON_REQUIRED') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={JUDGE_LIMITS.reason} showCount />
        </Form.Item>
        <Form.Item noStyle dependencies={['judgeId', 'entryId']}>
          {({ getFieldValue }) => {
            const judge: unknown = getFieldValue('judgeId');
            const entry: unknown = getFieldValue('entryId');
            return typeof judge === 'string' && typeof entry === 'string' ? (
              <div className="xj-effect">
                <Effect judge={judge} entry={entry} />
              </div>
            ) : null;
          }}
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
