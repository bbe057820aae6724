import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { cityInstant, cityWall } from '../city-time.ts';

/** An instant to the minute, entered and shown in the city's time; `value` and `onChange` come from `Form.Item`. */
export function InstantInput(props: {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  disabled?: boolean;
  status?: 'error' | '';
  placeholder?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
}): ReactNode {
  const wall = cityWall(props.value);
  return (
    <DatePicker
      {...(props.id ? { id: props.id } : {})}
      aria-label={props['aria-label']}
      aria-describedby={props['aria-describedby']}
      className="xc-instant"
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      value={wall ? dayjs(wall) : null}
      disabled={props.disabled ?? false}
      status={props.status ?? ''}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      onChange={(next) => props.onChange?.(next ? cityInstant(next.format('YYYY-MM-DD HH:mm')) : null)}
    />
  );
}
