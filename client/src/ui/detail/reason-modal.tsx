import { Alert, Form, Input, Modal } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../core/problem-text.ts';
import type { WriteOutcome } from '../core/use-write.ts';

/** The question before a step that asks for a reason or cannot be undone; its title names what will happen. */
export function ReasonModal(props: {
  title: string;
  /** The verb on the button. */
  verb: string;
  reason: boolean;
  danger: boolean;
  /** What will happen. */
  note?: ReactNode;
  onCancel: () => void;
  /** Keeps the dialog, and the reason typed, when it does not succeed. */
  onConfirm: (reason: string | undefined) => Promise<WriteOutcome<unknown>>;
}): ReactNode {
  const { t } = useTranslation('kit');
  const [form] = Form.useForm<{ reason: string }>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  /** Ctrl+Enter ends writing here, and is no business of the page beneath. */
  const finish = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    form.submit();
  };
  const confirm = async ({ reason }: { reason?: string }): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const outcome = await props
      .onConfirm(props.reason ? reason?.trim() : undefined)
      .finally(() => setBusy(false));
    if (!outcome.ok) setFailure(outcome.message);
  };
  return (
    <Modal
      open
      title={props.title}
      okText={props.verb}
      okButtonProps={{ danger: props.danger, autoFocus: !props.reason }}
      cancelText={t('action.cancel')}
      confirmLoading={busy}
      onCancel={props.onCancel}
      onOk={() => form.submit()}
      width={480}
    >
      {failure ? <Alert type="error" showIcon title={failure} className="xh-form-alert" /> : null}
      {props.danger ? <p>{t('detail.final')}</p> : null}
      {props.note ? <p>{props.note}</p> : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void confirm(values)}>
        {props.reason ? (
          <Form.Item
            name="reason"
            label={t('detail.reason')}
            extra={t('detail.reasonHint')}
            rules={[{ required: true, whitespace: true, message: problemText('REASON_REQUIRED') }]}
          >
            <Input.TextArea
              autoFocus
              autoSize={{ minRows: 3, maxRows: 10 }}
              maxLength={2000}
              showCount
              onKeyDown={finish}
            />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}
