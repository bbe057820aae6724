import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';

/** A calendar day as the contract writes it, `YYYY-MM-DD`; `value` and `onChange` come from `Form.Item`. */
export function DayInput(props: {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** Days to come cannot be chosen. */
  past?: boolean;
  disabled?: boolean;
}): ReactNode {
  const day = props.value ? dayjs(props.value) : null;
  return (
    <DatePicker
      id={props.id}
      value={day?.isValid() ? day : null}
      format="YYYY-MM-DD"
      disabled={props.disabled ?? false}
      {...(props.past ? { maxDate: dayjs() } : {})}
      onChange={(next) => props.onChange?.(next ? next.format('YYYY-MM-DD') : null)}
    />
  );
}

/** Several calendar days, `YYYY-MM-DD`, the earliest first; `value` and `onChange` come from `Form.Item`. */
export function DaysInput(props: {
  id?: string;
  value?: readonly string[];
  onChange?: (value: readonly string[]) => void;
  placeholder: string;
}): ReactNode {
  return (
    <DatePicker
      id={props.id}
      multiple
      value={(props.value ?? []).map((day) => dayjs(day))}
      format="YYYY-MM-DD"
      placeholder={props.placeholder}
      onChange={(days) => props.onChange?.((days ?? []).map((day) => day.format('YYYY-MM-DD')).sort())}
    />
  );
}
