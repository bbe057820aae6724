import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GrantFields } from './grant-fields.tsx';

/** The roles of a new account or of an invitation: one group of fields each, under `grants`. */
export function GrantsList({ atLeastOne }: { atLeastOne: boolean }): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <Form.Item label={t('field.roles')}>
      <Form.List name="grants">
        {(fields, { add, remove }) => (
          <div className="xh-grants">
            {fields.map((field, index) => (
              <fieldset key={field.key}>
                <legend className="xh-unseen">{t('roles.line', { number: index + 1 })}</legend>
                <GrantFields at={[field.name]} outer={['grants', field.name]} />
                {atLeastOne && fields.length === 1 ? null : (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('roles.removeLine', { number: index + 1 })}
                    title={t('roles.removeLine', { number: index + 1 })}
                    onClick={() => remove(index)}
                  />
                )}
              </fieldset>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
              {fields.length === 0 ? t('roles.add') : t('roles.another')}
            </Button>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}
