import { Alert, Form, InputNumber, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWrite } from '#client/ui/core/use-write.ts';
import { COMPUTATION_START } from './computation-documents.ts';
import { ComputationPanel } from './computation-panel.tsx';
import { useRunningComputation } from './computation-running.tsx';
import type { JudgingRound } from './edition-page.tsx';

interface Values {
  readonly keep: 'ALL' | 'PINNED';
  readonly judgesPerEntry: number | null;
}

/** What the automatic plan keeps and wants; the plan itself opens as a page of its own. */
export function PlanDialog(props: {
  competitionId: string;
  round: JudgingRound;
  onClose: () => void;
}): ReactNode {
  const { competitionId, round, onClose } = props;
  const { t } = useTranslation('judging');
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [plan, busy] = useWrite(COMPUTATION_START);
  const running = useRunningComputation({ competitionId, kind: 'PLAN', roundId: round.id });
  const [failure, setFailure] = useState<string>();
  const make = async ({ keep, judgesPerEntry }: Values): Promise<void> => {
    setFailure(undefined);
    const outcome = await plan({ input: { kind: 'PLAN', roundId: round.id, keep, judgesPerEntry } });
    if (!outcome.ok) setFailure(outcome.message);
    else if (outcome.payload.computation) running.begin(outcome.payload.computation.id);
  };
  return (
    <Modal
      open
      title={t('assignment.plan')}
      okText={t('assignment.planMake')}
      cancelText={t('conflicts.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: running.id !== undefined }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      {failure ? <Alert className="xh-form-alert" type="error" showIcon title={failure} /> : null}
      {running.id ? (
        <ComputationPanel
          key={running.id}
          id={running.id}
          onDone={({ plan: made }) => {
            if (made) void navigate(`/assignments/plans/${made.id}`);
          }}
          onEnd={running.forget}
        />
      ) : null}
      <p>{t('assignment.planWhat')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ keep: 'ALL', judgesPerEntry: round.judgesPerEntry }}
        onFinish={(values) => void make(values)}
      >
        <Form.Item name="keep" label={t('assignment.keep')}>
          <Radio.Group
            options={[
              { value: 'ALL', label: t('assignment.keepAll') },
              { value: 'PINNED', label: t('assignment.keepPinned') },
            ]}
          />
        </Form.Item>
        <Form.Item name="judgesPerEntry" label={t('assignment.perEntry')}>
          <InputNumber min={1} max={20} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
