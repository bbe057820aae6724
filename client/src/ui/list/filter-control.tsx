import { DatePicker, Input, InputNumber, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinRange, splitRange } from './list-state.ts';
import type { ListFilter } from './list-types.ts';
import { LookupControl } from './lookup-control.tsx';

interface ControlProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Holds what is typed until Enter or until the field is left, so that half a word asks nothing. */
function TypedText({ label, value, onChange }: ControlProps & { label: string }): ReactNode {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = (): void => {
    if (typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <Input
      value={typed}
      placeholder={label}
      aria-label={label}
      allowClear
      className="xh-filter-text"
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value === '') onChange('');
      }}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}

function NumberRange({ label, value, onChange }: ControlProps & { label: string }): ReactNode {
  const { t } = useTranslation('kit');
  const [from, to] = splitRange(value);
  return (
    <Space.Compact className="xh-filter-numbers">
      <InputNumber
        value={from === '' ? null : Number(from)}
        placeholder={`${label} ${t('list.atLeast')}`}
        aria-label={`${label} ${t('list.atLeast')}`}
        changeOnWheel={false}
        className="xh-filter-number"
        onChange={(next) => onChange(joinRange(next === null ? '' : String(next), to))}
      />
      <InputNumber
        value={to === '' ? null : Number(to)}
        placeholder={t('list.below')}
        aria-label={`${label} ${t('list.below')}`}
        changeOnWheel={false}
        className="xh-filter-number"
        onChange={(next) => onChange(joinRange(from, next === null ? '' : String(next)))}
      />
    </Space.Compact>
  );
}

function DateRange({ label, value, onChange }: ControlProps & { label: string }): ReactNode {
  const { t } = useTranslation('kit');
  const [from, to] = splitRange(value);
  const day = (text: string): dayjs.Dayjs | null => {
    const parsed = dayjs(text);
    return text && parsed.isValid() ? parsed : null;
  };
  return (
    <DatePicker.RangePicker
      value={[day(from), day(to)]}
      allowEmpty={[true, true]}
      placeholder={[`${label} ${t('list.from')}`, t('list.to')]}
      format="YYYY-MM-DD"
      className="xh-filter-dates"
      onChange={(days) =>
        onChange(joinRange(days?.[0]?.format('YYYY-MM-DD') ?? '', days?.[1]?.format('YYYY-MM-DD') ?? ''))
      }
    />
  );
}

/** The control of one filter; its value is the text that stands in the address. */
export function FilterControl({ filter, ...control }: ControlProps & { filter: ListFilter }): ReactNode {
  const { t } = useTranslation('kit');
  const { label } = filter;
  switch (filter.kind) {
    case 'choice':
      return filter.single ? (
        <Select
          value={control.value || null}
          placeholder={label}
          aria-label={label}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={[...filter.options]}
          popupMatchSelectWidth={false}
          className="xh-filter-choice"
          onChange={(value) => control.onChange(value ?? '')}
        />
      ) : (
        <Select
          mode="multiple"
          value={control.value ? control.value.split(',') : []}
          placeholder={label}
          aria-label={label}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          maxTagCount={1}
          options={[...filter.options]}
          popupMatchSelectWidth={false}
          className="xh-filter-choice"
          onChange={(values) => control.onChange(values.join(','))}
        />
      );
    case 'flag':
      return (
        <Select
          value={control.value || null}
          placeholder={label}
          aria-label={label}
          allowClear
          options={[
            { value: 'true', label: t('list.flagged', { name: label, value: t('list.yes') }) },
            { value: 'false', label: t('list.flagged', { name: label, value: t('list.no') }) },
          ]}
          popupMatchSelectWidth={false}
          className="xh-filter-choice"
          onChange={(value) => control.onChange(value ?? '')}
        />
      );
    case 'dates':
      return <DateRange label={label} {...control} />;
    case 'numbers':
      return <NumberRange label={label} {...control} />;
    case 'text':
      return <TypedText label={label} {...control} />;
    case 'lookup':
      return <LookupControl filter={filter} {...control} />;
  }
}
