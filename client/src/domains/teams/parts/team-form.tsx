import {
  APPLICANT_KINDS,
  SERVICE_TYPES,
  TEAM_KINDS,
  TEAM_LIMITS,
  TEAM_NUMBER,
} from '@xinghuo/shared/teams/team';
import { Alert, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import type { WriteOutcome } from '#client/ui/core/use-write.ts';
import { DayInput } from '#client/ui/form/day-input.tsx';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import type { ListOption } from '#client/ui/list/list-option.ts';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { findRegions } from '../../places/index.ts';
import { findUnits } from '../../units/index.ts';
import { hoursOf, minutesOf, type TeamValues } from '../team-values.ts';

/** Properties of the form of a team. */
export interface TeamFormProps<Payload> {
  readonly name: string;
  readonly initial: TeamValues;
  /** A new team has a number and a leader to fill in, a registered one its figures. */
  readonly mode: 'create' | 'update';
  readonly unit?: ListOption | undefined;
  readonly region?: ListOption;
  /** Only what a team's own people may change. */
  readonly limited?: boolean;
  readonly submitLabel: string;
  readonly submit: (values: TeamValues) => Promise<WriteOutcome<Payload>>;
  readonly onDone: (payload: Payload) => void | Promise<void>;
  readonly onReload?: () => void;
}

/** The form of a team. */
export function TeamForm<Payload>(props: TeamFormProps<Payload>): ReactNode {
  const { t } = useTranslation('teams');
  const label = useLabel();
  const { mode } = props;
  const off = props.limited === true;
  const required = [{ required: true, message: problemText('REQUIRED') }];
  const figures = mode === 'update' && !off;
  return (
    <RecordForm<TeamValues, Payload>
      name={props.name}
      initialValues={props.initial}
      submitLabel={props.submitLabel}
      submit={props.submit}
      onDone={props.onDone}
      {...(props.onReload ? { onReload: props.onReload } : {})}
    >
      {off ? <Alert className="xh-form-alert" type="info" showIcon title={t('form.limited')} /> : null}
      {mode === 'create' ? (
        <Form.Item
          name="number"
          label={t('field.number')}
          extra={t('form.numberHint')}
          normalize={(value: string) => value.toUpperCase()}
          rules={[{ pattern: TEAM_NUMBER, message: t('form.numberForm') }]}
        >
          <Input maxLength={TEAM_LIMITS.number} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="name"
        label={t('field.name')}
        rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
      >
        <Input maxLength={TEAM_LIMITS.name} showCount disabled={off} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('field.nameEn')}>
        <Input maxLength={TEAM_LIMITS.nameEn} />
      </Form.Item>
      <Form.Item name="kind" label={t('field.kind')} rules={required}>
        <Select options={[...optionsOf(TEAM_KINDS, label)]} disabled={off} />
      </Form.Item>
      <Form.Item name="applicantKind" label={t('field.applicantKind')} rules={required}>
        <Select options={[...optionsOf(APPLICANT_KINDS, label)]} disabled={off} />
      </Form.Item>
      <Form.Item name="unitId" label={t('field.unit')}>
        <RemoteSelect
          find={findUnits}
          known={props.unit}
          placeholder={t('form.lookupHint')}
          disabled={off}
          allowClear={mode === 'create'}
        />
      </Form.Item>
      <Form.Item name="regionId" label={t('field.region')} rules={required}>
        <RemoteSelect
          find={findRegions}
          known={props.region}
          placeholder={t('form.lookupHint')}
          disabled={off}
        />
      </Form.Item>
      <Form.Item
        name="serviceTypes"
        label={t('field.serviceTypes')}
        extra={t('form.typesHint', { max: TEAM_LIMITS.serviceTypes })}
        rules={required}
      >
        <Select
          mode="multiple"
          maxCount={TEAM_LIMITS.serviceTypes}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...optionsOf(SERVICE_TYPES, label)]}
        />
      </Form.Item>
      <Form.Item name="founded" label={t('field.founded')}>
        <DayInput past disabled={off} />
      </Form.Item>
      {mode === 'create' ? (
        <Form.Item name="leaderName" label={t('field.leader')} extra={t('form.leaderHint')}>
          <Input maxLength={TEAM_LIMITS.memberName} />
        </Form.Item>
      ) : null}
      {mode === 'create' || figures ? (
        <Form.Item name="memberCount" label={t('field.memberCount')}>
          <InputNumber min={0} max={TEAM_LIMITS.members} precision={0} changeOnWheel={false} />
        </Form.Item>
      ) : null}
      {figures ? (
        <>
          <Form.Item name="activeMonths" label={t('field.activeMonths')}>
            <InputNumber min={0} max={TEAM_LIMITS.activeMonths} precision={0} changeOnWheel={false} />
          </Form.Item>
          <Form.Item
            name="serviceMinutes"
            label={t('field.serviceHours')}
            extra={t('form.hoursHint')}
            getValueProps={(minutes: number | null) => ({ value: hoursOf(minutes) })}
            normalize={(hours: number | null) => minutesOf(hours)}
          >
            <InputNumber min={0} max={TEAM_LIMITS.serviceMinutes / 60} changeOnWheel={false} />
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="intro" label={t('field.intro')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={TEAM_LIMITS.intro} showCount />
      </Form.Item>
    </RecordForm>
  );
}
