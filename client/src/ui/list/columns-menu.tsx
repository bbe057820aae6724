import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnChoice, moveColumn, type PlacedColumn } from './list-layout.ts';

/** Which columns are shown and in which order; by dragging or with the arrows. */
export function ColumnsMenu(props: {
  placed: readonly PlacedColumn<{ readonly key: string; readonly title: string }>[];
  onChange: (choice: ColumnChoice | null) => void;
}): ReactNode {
  const { t } = useTranslation('kit');
  const [dragged, setDragged] = useState<number>();
  const order = props.placed.map(({ column }) => column.key);
  const shown = props.placed.filter((one) => one.shown).map(({ column }) => column.key);
  const move = (from: number, to: number): void =>
    props.onChange({ order: moveColumn(order, from, to), shown });
  const content = (
    <div className="xh-columns">
      <p className="xh-hint">{t('list.columnsHint')}</p>
      <ol>
        {props.placed.map(({ column, shown: on }, index) => (
          <li
            key={column.key}
            draggable
            onDragStart={() => setDragged(index)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== undefined) move(dragged, index);
              setDragged(undefined);
            }}
          >
            <HolderOutlined aria-hidden />
            <Checkbox
              checked={on}
              disabled={on && shown.length === 1}
              onChange={(event) =>
                props.onChange({
                  order,
                  shown: event.target.checked
                    ? [...shown, column.key]
                    : shown.filter((key) => key !== column.key),
                })
              }
            >
              {column.title}
            </Checkbox>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              aria-label={t('list.moveUp', { name: column.title })}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              aria-label={t('list.moveDown', { name: column.title })}
              disabled={index === order.length - 1}
              onClick={() => move(index, index + 1)}
            />
          </li>
        ))}
      </ol>
      <Button size="small" onClick={() => props.onChange(null)}>
        {t('list.resetColumns')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<TableOutlined />} aria-label={t('list.columns')} title={t('list.columns')} />
    </Popover>
  );
}
