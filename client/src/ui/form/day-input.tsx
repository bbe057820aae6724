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
