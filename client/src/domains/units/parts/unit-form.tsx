import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import {
  PARTIES,
  type Party,
  UNIT_KINDS,
  UNIT_LIMITS,
  UNIT_ROLES,
  type UnitKind,
  type UnitRole,
} from '@xinghuo/shared/units/unit';
import { Alert, Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import type { WriteOutcome } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import type { ListOption } from '#client/ui/list/list-option.ts';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { findRegions } from '../../places/index.ts';

/** What the form holds; empty choices are undefined until they are made. */
export interface UnitValues {
  readonly name: string;
  readonly nameEn: string;
  readonly party: Party | undefined;
  readonly kind: UnitKind | undefined;
  readonly role: UnitRole | undefined;
  readonly regionId: string | undefined;
  readonly liaisonName: string;
  readonly duties: readonly string[];
}

/** The form of a unit. With `limited` only what a liaison looks after can be changed. */
export function UnitForm<Payload>(props: {
  name: string;
  initial: UnitValues;
  region?: ListOption;
  limited?: boolean;
  submitLabel: string;
  submit: (values: UnitValues) => Promise<WriteOutcome<Payload>>;
  onDone: (payload: Payload) => void | Promise<void>;
  onReload?: () => void;
}): ReactNode {
  const { t } = useTranslation('units');
  const label = useLabel();
  const off = props.limited === true;
  const required = [{ required: true, message: problemText('REQUIRED') }];
  return (
    <RecordForm<UnitValues, Payload>
      name={props.name}
      initialValues={props.initial}
      submitLabel={props.submitLabel}
      submit={props.submit}
      onDone={props.onDone}
      {...(props.onReload ? { onReload: props.onReload } : {})}
    >
      {off ? <Alert className="xh-form-alert" type="info" showIcon title={t('form.limited')} /> : null}
      <Form.Item
        name="name"
        label={t('field.name')}
        rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
      >
        <Input maxLength={UNIT_LIMITS.name} showCount disabled={off} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('field.nameEn')}>
        <Input maxLength={UNIT_LIMITS.nameEn} disabled={off} />
      </Form.Item>
      <Form.Item name="role" label={t('field.role')} rules={required}>
        <Select options={[...optionsOf(UNIT_ROLES, label)]} disabled={off} />
      </Form.Item>
      <Form.Item name="party" label={t('field.party')} rules={required}>
        <Select options={[...optionsOf(PARTIES, label)]} disabled={off} />
      </Form.Item>
      <Form.Item name="kind" label={t('field.kind')} rules={required}>
        <Select
          options={[...optionsOf(UNIT_KINDS, label)]}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={off}
        />
      </Form.Item>
      <Form.Item name="regionId" label={t('field.region')} rules={required}>
        <RemoteSelect
          find={findRegions}
          known={props.region}
          placeholder={t('form.regionHint')}
          disabled={off}
        />
      </Form.Item>
      <Form.Item name="liaisonName" label={t('field.liaison')}>
        <Input maxLength={UNIT_LIMITS.liaisonName} />
      </Form.Item>
      <Form.Item label={t('field.duties')}>
        <Form.List name="duties">
          {(fields, { add, remove, move }) => (
            <>
              {fields.map((field, index) => (
                <div key={field.key} className="xh-line-field">
                  <Form.Item
                    name={field.name}
                    rules={[{ required: true, whitespace: true, message: problemText('REQUIRED') }]}
                  >
                    <Input.TextArea
                      autoSize={{ minRows: 1, maxRows: 6 }}
                      maxLength={UNIT_LIMITS.duty}
                      aria-label={t('form.duty', { number: index + 1 })}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<ArrowUpOutlined />}
                    disabled={index === 0}
                    aria-label={t('form.moveUp', { number: index + 1 })}
                    onClick={() => move(index, index - 1)}
                  />
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('form.removeDuty', { number: index + 1 })}
                    onClick={() => remove(index)}
                  />
                </div>
              ))}
              {fields.length < UNIT_LIMITS.dutyCount ? (
                <Button type="dashed" icon={<PlusOutlined />} onClick={() => add('')}>
                  {t('form.addDuty')}
                </Button>
              ) : null}
            </>
          )}
        </Form.List>
      </Form.Item>
    </RecordForm>
  );
}
