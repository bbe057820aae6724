import type { CategoryCode } from '@xinghuo/shared/competition/category';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { JUDGE_LIMITS } from '@xinghuo/shared/judging/domain/judge';
import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import type { WriteOutcome } from '#client/ui/core/use-write.ts';
import { DaysInput } from '#client/ui/form/day-input.tsx';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { RemoteSelectMany } from '#client/ui/form/remote-select-many.tsx';
import type { ListOption } from '#client/ui/list/list-option.ts';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { findUnits } from '../units/index.ts';

/** What the form of a judge holds. */
export interface JudgeValues {
  readonly email: string;
  readonly name: string;
  readonly nameEn: string;
  readonly organisation: string;
  readonly title: string;
  readonly unitId: string | null | undefined;
  /** A new number; empty leaves what is known. */
  readonly phone: string | undefined;
  readonly formerUnitIds: readonly string[] | undefined;
  readonly expertise: readonly CategoryCode[];
  readonly capacity: number | null;
  /** Days, `YYYY-MM-DD`. */
  readonly availableDays: readonly string[];
}

/** Values as both steps take them. */
export function judgeFields(values: JudgeValues): {
  email: string;
  name: string;
  nameEn: string | null;
  organisation: string | null;
  title: string | null;
  unitId: string | null;
  phone?: string;
  formerUnitIds: string[];
  expertise: CategoryCode[];
  capacity: number | null;
  availableDays: string[];
} {
  return {
    email: values.email.trim(),
    name: values.name.trim(),
    nameEn: values.nameEn.trim() || null,
    organisation: values.organisation.trim() || null,
    title: values.title.trim() || null,
    unitId: values.unitId ?? null,
    ...(values.phone?.trim() ? { phone: values.phone.trim() } : {}),
    formerUnitIds: [...(values.formerUnitIds ?? [])],
    expertise: [...values.expertise],
    capacity: values.capacity,
    availableDays: [...values.availableDays],
  };
}

/** The form of a judge. The address is fixed once the judge has an account. */
export function JudgeForm<Payload>(props: {
  name: string;
  initial: JudgeValues;
  unit?: ListOption | undefined;
  formerUnits?: readonly ListOption[];
  hasPhone?: boolean;
  fixedEmail?: boolean;
  submitLabel: string;
  submit: (values: JudgeValues) => Promise<WriteOutcome<Payload>>;
  onDone: (payload: Payload) => void | Promise<void>;
  onReload?: () => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const required = [{ required: true, whitespace: true, message: problemText('REQUIRED') }];
  return (
    <RecordForm<JudgeValues, Payload>
      name={props.name}
      initialValues={props.initial}
      submitLabel={props.submitLabel}
      submit={props.submit}
      onDone={props.onDone}
      {...(props.onReload ? { onReload: props.onReload } : {})}
    >
      <Form.Item name="name" label={t('judges.name')} rules={required}>
        <Input maxLength={JUDGE_LIMITS.name} autoComplete="off" />
      </Form.Item>
      <Form.Item name="nameEn" label={t('judges.nameEn')}>
        <Input maxLength={JUDGE_LIMITS.nameEn} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('judges.email')}
        extra={props.fixedEmail ? t('judges.emailFixed') : t('judges.emailHint')}
        rules={[...required, { type: 'email', message: t('judges.emailForm') }]}
      >
        <Input maxLength={JUDGE_LIMITS.email} disabled={props.fixedEmail ?? false} autoComplete="off" />
      </Form.Item>
      <Form.Item name="organisation" label={t('judges.organisation')}>
        <Input maxLength={JUDGE_LIMITS.organisation} />
      </Form.Item>
      <Form.Item name="title" label={t('judges.position')}>
        <Input maxLength={JUDGE_LIMITS.title} />
      </Form.Item>
      <Form.Item name="unitId" label={t('judges.unit')} extra={t('judges.unitHint')}>
        <RemoteSelect find={findUnits} known={props.unit} placeholder={t('frame.lookup')} allowClear />
      </Form.Item>
      <Form.Item name="formerUnitIds" label={t('judges.formerUnits')} extra={t('judges.formerUnitsHint')}>
        <RemoteSelectMany
          find={findUnits}
          known={props.formerUnits ?? []}
          placeholder={t('frame.lookup')}
          max={JUDGE_LIMITS.formerUnits}
        />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('judges.phone')}
        extra={props.hasPhone ? t('judges.phoneKnown') : t('judges.phoneHint')}
      >
        <Input maxLength={JUDGE_LIMITS.phone} type="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="expertise" label={t('judges.expertise')} extra={t('judges.expertiseHint')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...optionsOf(CATEGORIES, label)]}
        />
      </Form.Item>
      <Form.Item
        name="capacity"
        label={t('judges.capacity')}
        extra={t('judges.capacityHint')}
        rules={[{ required: true, message: problemText('REQUIRED') }]}
      >
        <InputNumber min={0} max={JUDGE_LIMITS.capacity} precision={0} suffix={t('judges.entries')} />
      </Form.Item>
      <Form.Item
        name="availableDays"
        label={t('judges.availableDays')}
        extra={t('judges.availableDaysHint')}
        rules={[
          {
            type: 'array',
            max: JUDGE_LIMITS.availableDays,
            message: problemText('TOO_MANY', { max: JUDGE_LIMITS.availableDays }),
          },
        ]}
      >
        <DaysInput placeholder={t('judges.everyDay')} />
      </Form.Item>
    </RecordForm>
  );
}
