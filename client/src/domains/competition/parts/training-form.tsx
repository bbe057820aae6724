import { TRAINING_LIMITS } from '@xinghuo/shared/competition/training';
import { Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '#client/ui/core/problem-text.ts';
import type { WriteOutcome } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { InstantInput } from './instant-input.tsx';

/** A session as its form holds it. */
export interface TrainingValues {
  readonly title: string;
  readonly titleEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string;
  readonly placeEn: string;
  readonly lecturer: string;
  readonly capacity: number;
}

/** The form as the contract takes it. Its rules let nobody submit without the two instants. */
export function trainingInput({ startsAt, endsAt, ...values }: TrainingValues) {
  return { ...values, startsAt: startsAt ?? '', endsAt: endsAt ?? '' };
}

/** The form of a training session. */
export function TrainingForm<Payload>(props: {
  name: string;
  initial: TrainingValues;
  submitLabel: string;
  submit: (values: TrainingValues) => Promise<WriteOutcome<Payload>>;
  onDone: (payload: Payload) => void | Promise<void>;
  onReload?: () => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const required = { required: true, whitespace: true, message: problemText('REQUIRED') };
  const line = (
    field: 'title' | 'titleEn' | 'place' | 'placeEn' | 'lecturer',
    max: number,
    must: boolean,
  ) => (
    <Form.Item name={field} label={t(`training.field.${field}`)} rules={must ? [required] : []}>
      <Input maxLength={max} />
    </Form.Item>
  );
  return (
    <RecordForm<TrainingValues, Payload>
      name={props.name}
      initialValues={props.initial}
      submitLabel={props.submitLabel}
      submit={props.submit}
      onDone={props.onDone}
      {...(props.onReload ? { onReload: props.onReload } : {})}
    >
      {line('title', TRAINING_LIMITS.title, true)}
      {line('titleEn', TRAINING_LIMITS.title, false)}
      <Form.Item
        name="startsAt"
        label={t('training.field.startsAt')}
        rules={[{ required: true, message: problemText('REQUIRED') }]}
      >
        <InstantInput />
      </Form.Item>
      <Form.Item
        name="endsAt"
        label={t('training.field.endsAt')}
        dependencies={['startsAt']}
        rules={[
          { required: true, message: problemText('REQUIRED') },
          ({ getFieldValue }) => ({
            validator: (_, value: string | null) => {
              const startsAt: unknown = getFieldValue('startsAt');
              const wrong =
                value && typeof startsAt === 'string' && Date.parse(value) <= Date.parse(startsAt);
              return wrong ? Promise.reject(new Error(t('training.endsBefore'))) : Promise.resolve();
            },
          }),
        ]}
      >
        <InstantInput />
      </Form.Item>
      {line('place', TRAINING_LIMITS.place, true)}
      {line('placeEn', TRAINING_LIMITS.place, false)}
      {line('lecturer', TRAINING_LIMITS.lecturer, true)}
      <Form.Item
        name="capacity"
        label={t('training.field.capacity')}
        rules={[{ required: true, message: problemText('REQUIRED') }]}
      >
        <InputNumber min={1} max={TRAINING_LIMITS.capacity} precision={0} />
      </Form.Item>
      <Form.Item name="description" label={t('training.field.description')}>
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 16 }}
          maxLength={TRAINING_LIMITS.description}
          showCount
        />
      </Form.Item>
      <Form.Item name="descriptionEn" label={t('training.field.descriptionEn')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} maxLength={TRAINING_LIMITS.description} />
      </Form.Item>
    </RecordForm>
  );
}
