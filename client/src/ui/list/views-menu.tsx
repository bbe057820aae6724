import { BookOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from './list-layout.ts';

/** Saved views: open one, give the present filters a name, throw one away. */
export function ViewsMenu(props: {
  views: readonly SavedView[];
  /** The present filters and sorting, as a view keeps them. */
  current: string;
  onOpen: (query: string) => void;
  onChange: (views: readonly SavedView[]) => void;
}): ReactNode {
  const { t } = useTranslation('kit');
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const { views, current } = props;
  const active = views.find(({ query }) => query === current);
  const go = (query: string): void => {
    setOpen(false);
    props.onOpen(query);
  };
  const save = (): void => {
    const words = name.trim();
    if (!words) return;
    props.onChange([...views.filter((view) => view.name !== words), { name: words, query: current }]);
    setName('');
  };
  const content = (
    <div className="xh-views">
      <ul>
        <li>
          <Button type={current === '' ? 'link' : 'text'} onClick={() => go('')}>
            {t('list.allRows')}
          </Button>
        </li>
        {views.map((view) => (
          <li key={view.name}>
            <Button type={view === active ? 'link' : 'text'} onClick={() => go(view.query)}>
              {view.name}
            </Button>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('list.deleteView', { name: view.name })}
              onClick={() => props.onChange(views.filter((one) => one !== view))}
            />
          </li>
        ))}
      </ul>
      {views.length === 0 ? <p className="xh-hint">{t('list.noViews')}</p> : null}
      {current !== '' && !active ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Input
            value={name}
            maxLength={40}
            placeholder={t('list.viewNameHint')}
            aria-label={t('list.viewName')}
            onChange={(event) => setName(event.target.value)}
          />
          <Button htmlType="submit" type="primary" disabled={name.trim() === ''}>
            {t('list.saveView')}
          </Button>
        </form>
      ) : null}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={content}>
      <Button icon={<BookOutlined />}>{active?.name ?? t('list.views')}</Button>
    </Popover>
  );
}
