import { PRESENTATION_LIMITS } from '@xinghuo/shared/judging/domain/presentation';
import { Form, Input, InputNumber, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { useTitleOf } from './edition-page.tsx';
import type { Slot } from './presentation-clock.ts';
import { PRESENTATION_APPEND, PRESENTATION_DRAW, PRESENTATION_EXTEND } from './presentation-documents.ts';

const { seconds, grace, extension } = PRESENTATION_LIMITS;
const REFETCH = ['PresentationPage'];

const newSeed = (): number => Math.floor(Math.random() * 1_000_000);

function SeedItem(): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <Form.Item
      name="seed"
      label={t('presentation.seed')}
      extra={t('presentation.seedHint')}
      rules={[{ required: true, message: problemText('REQUIRED') }]}
    >
      <InputNumber min={0} max={2_147_483_647} precision={0} />
    </Form.Item>
  );
}

/** Draws the entries that joined later to the end of the order. */
export function AppendDialog(props: { roundId: string; count: number; onClose: () => void }): ReactNode {
  const { t } = useTranslation('judging');
  const [append] = useWrite(PRESENTATION_APPEND, { refetch: REFETCH });
  const { roundId, count, onClose } = props;
  return (
    <Modal open title={t('presentation.append', { count })} footer={null} onCancel={onClose} width={480}>
      <p>{t('presentation.appendHint')}</p>
      <RecordForm<{ readonly seed: number }>
        name={`append:${roundId}`}
        draft="none"
        initialValues={{ seed: newSeed() }}
        submitLabel={t('presentation.drawNow')}
        submit={({ seed }) => append({ input: { roundId, seed } })}
        onDone={onClose}
      >
        <SeedItem />
      </RecordForm>
    </Modal>
  );
}

/** Draws the order: each entry's minutes, the grace, and a seed that may be drawn in front of everybody. */
export function DrawDialog({ roundId, onClose }: { roundId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation('judging');
  const [draw] = useWrite(PRESENTATION_DRAW, { refetch: REFETCH });
  const required = [{ required: true, message: problemText('REQUIRED') }];
  return (
    <Modal open title={t('presentation.draw')} footer={null} onCancel={onClose} width={480}>
      <RecordForm<{ readonly minutes: number; readonly graceSeconds: number; readonly seed: number }>
        name={`draw:${roundId}`}
        draft="none"
        initialValues={{ minutes: 8, graceSeconds: 60, seed: newSeed() }}
        submitLabel={t('presentation.drawNow')}
        submit={({ minutes, graceSeconds, seed }) =>
          draw({ input: { roundId, secondsAllowed: Math.round(minutes * 60), graceSeconds, seed } })
        }
        onDone={onClose}
      >
        <Form.Item name="minutes" label={t('presentation.minutes')} rules={required}>
          <InputNumber min={seconds.min / 60} max={seconds.max / 60} step={0.5} />
        </Form.Item>
        <Form.Item
          name="graceSeconds"
          label={t('presentation.grace')}
          extra={t('presentation.graceHint')}
          rules={required}
        >
          <InputNumber min={grace.min} max={grace.max} precision={0} />
        </Form.Item>
        <SeedItem />
      </RecordForm>
    </Modal>
  );
}

/** Gives a turn more time for a reason. */
export function ExtendDialog({ slot, onClose }: { slot: Slot; onClose: () => void }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const [extend] = useWrite(PRESENTATION_EXTEND, { refetch: REFETCH });
  const name = slot.entry ? titleOf(slot.entry) : '';
  return (
    <Modal
      open
      title={t('presentation.extendOf', { position: slot.position, name })}
      footer={null}
      onCancel={onClose}
      width={480}
    >
      <RecordForm<{ readonly seconds: number; readonly reason: string }>
        name={`extend:${slot.id}`}
        draft="none"
        initialValues={{ seconds: 60, reason: '' }}
        submitLabel={t('presentation.extend')}
        submit={(values) => extend({ input: { id: slot.id, version: slot.version, ...values } })}
        onDone={onClose}
      >
        <Form.Item name="seconds" label={t('presentation.more')} rules={[{ required: true }]}>
          <InputNumber min={extension.min} max={extension.max} precision={0} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('progress.reason')}
          rules={[{ required: true, whitespace: true, message: problemText('REASON_REQUIRED') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
