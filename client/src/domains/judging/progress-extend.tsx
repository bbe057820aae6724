import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { JUDGE_EXTEND } from './progress-documents.ts';

interface Values {
  readonly until: Dayjs | null;
  readonly reason: string;
}

/** What a picked day and time mean in Shanghai, whatever the reader's own zone: an instant. */
function shanghaiInstant(picked: Dayjs): string {
  return new Date(`${picked.format('YYYY-MM-DDTHH:mm')}:00+08:00`).toISOString();
}

/** The dialog that gives one judge more time; the extension is recorded with its reason. */
export function ExtendJudge(props: {
  competitionId: string;
  roundId: string;
  judge: { readonly id: string; readonly name: string; readonly deadline: string | null };
  onClose: () => void;
}): ReactNode {
  const { competitionId, roundId, judge, onClose } = props;
  const { t } = useTranslation('judging');
  const [extend] = useWrite(JUDGE_EXTEND, { refetch: ['JudgingProgressPage'] });
  return (
    <Modal open title={t('progress.extendTitle', { name: judge.name })} footer={null} onCancel={onClose}>
      <RecordForm<Values>
        name={`extend:${roundId}:${judge.id}`}
        draft="none"
        initialValues={{ until: null, reason: '' }}
        submitLabel={t('progress.extend')}
        submit={async ({ until, reason }) => {
          const outcome = await extend({
            input: {
              competitionId,
              roundId,
              judgeId: judge.id,
              until: until ? shanghaiInstant(until) : '',
              reason,
            },
          });
          if (outcome.ok) notice.success(t('progress.extended', { name: judge.name }));
          return outcome;
        }}
        onDone={onClose}
      >
        <p className="xh-hint">{t('progress.deadlineNow', { at: formatDateTime(judge.deadline) })}</p>
        <Form.Item
          name="until"
          label={t('progress.until')}
          rules={[{ required: true, message: problemText('REQUIRED') }]}
        >
          <DatePicker
            showTime={{ format: 'HH:mm', defaultValue: dayjs('23:59', 'HH:mm') }}
            format="YYYY-MM-DD HH:mm"
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('progress.reason')}
          rules={[{ required: true, whitespace: true, message: problemText('REASON_REQUIRED') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
