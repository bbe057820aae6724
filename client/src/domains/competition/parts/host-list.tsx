import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '#client/ui/core/problem-text.ts';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import type { ListOption } from '#client/ui/list/list-option.ts';
import { findUnits } from '../../units/index.ts';

/** The most hosts an edition has. */
const MOST = 10;

/** The hosts of an edition in the order of its notice: the form's list `hostIds`. */
export function HostList({
  known,
  disabled,
}: {
  known: readonly ListOption[];
  disabled: boolean;
}): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <Form.Item label={t('setup.hosts')} extra={t('setup.hostHint')}>
      <Form.List name="hostIds">
        {(fields, { add, remove, move }) => (
          <>
            {fields.map((field, index) => {
              const name = t('setup.hostN', { n: index + 1 });
              return (
                <div key={field.key} className="xh-line-field">
                  <Form.Item name={field.name} rules={[{ required: true, message: problemText('REQUIRED') }]}>
                    <Host known={known} disabled={disabled} label={name} />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<ArrowUpOutlined />}
                    disabled={disabled || index === 0}
                    aria-label={t('setup.moveUp', { name })}
                    onClick={() => move(index, index - 1)}
                  />
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    disabled={disabled}
                    aria-label={t('setup.remove', { name })}
                    onClick={() => remove(index)}
                  />
                </div>
              );
            })}
            {fields.length < MOST && !disabled ? (
              <Button type="dashed" icon={<PlusOutlined />} onClick={() => add(null)}>
                {t('setup.addHost')}
              </Button>
            ) : null}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** One host; remounted when another unit takes its place, so that its name is the right one. */
function Host(props: {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  known: readonly ListOption[];
  disabled: boolean;
  label: string;
}): ReactNode {
  const { known, label, ...field } = props;
  const present = known.find(({ value }) => value === props.value);
  return (
    <RemoteSelect
      key={present?.value ?? 'other'}
      {...field}
      find={findUnits}
      known={present}
      aria-label={label}
    />
  );
}
