import { Alert, Button, Form } from 'antd';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../core/format.ts';
import type { ProblemData } from '../core/problem-text.ts';
import { problemsText } from '../core/problem-text.ts';
import { useShortcuts } from '../core/shortcuts.ts';
import type { WriteOutcome } from '../core/use-write.ts';
import { DraftLine } from './draft-line.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { placeProblems } from './problem-fields.ts';
import { useDraft } from './use-draft.ts';

/** Properties of a form. */
export interface RecordFormProps<Values extends object, Payload> {
  /** Names the draft: kind and id, for example `entry:018f…`. */
  readonly name: string;
  readonly initialValues: Values;
  /** A verb: 提交报名. */
  readonly submitLabel: string;
  readonly submit: (values: Values) => Promise<WriteOutcome<Payload>>;
  readonly onDone?: (payload: Payload) => void | Promise<void>;
  /** Saves a draft on the server by itself; without it drafts stay in the browser. */
  readonly saveDraft?: (values: Values) => Promise<WriteOutcome<unknown>>;
  /** `none` for secrets and for small forms in a dialog. */
  readonly draft?: 'auto' | 'none';
  /** Brings the newest version when somebody else changed it. */
  readonly onReload?: () => void;
  /** Further buttons beside the submitting one. */
  readonly extra?: ReactNode;
  /** The submitting button over the whole width. */
  readonly block?: boolean;
  readonly children: ReactNode;
}

/**
 * A form that loses nothing: drafts by themselves, a question before leaving, refusals at their fields with the cursor
 * on the first. Inside stand antd's `Form.Item`s.
 */
export function RecordForm<Values extends object, Payload = unknown>(
  props: RecordFormProps<Values, Payload>,
): ReactNode {
  const { t } = useTranslation('kit');
  const [form] = Form.useForm<Values>();
  const submitter = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const [rest, setRest] = useState<{ problems: readonly ProblemData[]; message: string }>();
  const draft = useDraft<Values>({
    name: props.name,
    enabled: props.draft !== 'none',
    save: props.saveDraft,
  });
  const [restored, setRestored] = useState(draft.kept);
  const { status, touch, clear } = draft;

  const show = useCallback(
    (outcome: Extract<WriteOutcome<Payload>, { ok: false }>): void => {
      const known = form.getFieldsError().map(({ name }) => name);
      const placed = placeProblems(outcome.problems, known);
      // antd types field names by the values' keys; these come from the form itself.
      form.setFields(placed.fields.map(({ name, errors }) => ({ name: name as never, errors: [...errors] })));
      const first = placed.fields[0];
      if (first) form.scrollToField(first.name as never, { focus: true, block: 'center' });
      if (placed.rest.length > 0) setRest({ problems: placed.rest, message: problemsText(placed.rest) });
      else if (!first) setRest({ problems: [], message: outcome.message });
    },
    [form],
  );

  const finish = async (values: Values): Promise<void> => {
    setBusy(true);
    setRest(undefined);
    try {
      const outcome = await props.submit(values);
      if (!outcome.ok) {
        show(outcome);
        return;
      }
      clear();
      setRestored(undefined);
      await props.onDone?.(outcome.payload);
    } finally {
      setBusy(false);
    }
  };
  useShortcuts(props.submitLabel, [
    { keys: 'Ctrl+Enter', label: props.submitLabel, run: () => submitter.current?.click() },
  ]);

  const stale = rest?.problems.some(({ code }) => code === 'STALE_VERSION') ?? false;
  const dirty = status.kind !== 'clean' && !busy;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="xh-form"
      initialValues={{ ...props.initialValues, ...restored?.values }}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={() => touch(form.getFieldsValue(true))}
      onFinish={(values) => void finish(values)}
    >
      {restored ? (
        <Alert
          className="xh-form-alert"
          type="info"
          showIcon
          title={t('form.restored', { time: formatDateTime(restored.at) })}
          action={
            <Button
              size="small"
              onClick={() => {
                clear();
                setRestored(undefined);
                form.setFieldsValue(props.initialValues as never);
              }}
            >
              {t('form.discard')}
            </Button>
          }
        />
      ) : null}
      {rest ? (
        <Alert
          className="xh-form-alert"
          role="alert"
          type="error"
          showIcon
          title={rest.message}
          action={
            stale && props.onReload ? (
              <Button size="small" onClick={props.onReload}>
                {t('action.reload')}
              </Button>
            ) : undefined
          }
        />
      ) : null}
      {props.children}
      <div className="xh-form-foot">
        <Button
          ref={submitter}
          type="primary"
          htmlType="submit"
          loading={busy}
          block={props.block}
          size={props.block ? 'large' : 'middle'}
        >
          {props.submitLabel}
        </Button>
        {props.extra}
        {props.draft === 'none' ? null : <DraftLine status={status} />}
      </div>
      <LeaveGuard active={dirty} kept={status.kind === 'server' || status.kind === 'local'} />
    </Form>
  );
}
