import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Drawer, Input, type InputRef } from 'antd';
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../core/environment.ts';
import { FilterControl } from './filter-control.tsx';
import type { ListState } from './list-state.ts';
import type { ListFilter } from './list-types.ts';

/** Time after the last key before the search is asked, in milliseconds. */
const PAUSE = 350;

function SearchBox(props: {
  value: string;
  placeholder: string;
  inputRef: Ref<InputRef>;
  onChange: (value: string) => void;
}): ReactNode {
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const commit = (words: string): void => {
    clearTimeout(timer.current);
    if (words.trim() !== value) onChange(words.trim());
  };
  return (
    <Input
      ref={props.inputRef}
      className="xh-list-search"
      prefix={<SearchOutlined aria-hidden />}
      placeholder={props.placeholder}
      aria-label={props.placeholder}
      allowClear
      value={typed}
      onChange={(event) => {
        const words = event.target.value;
        setTyped(words);
        clearTimeout(timer.current);
        // While Chinese is being composed there are no words yet.
        const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true;
        if (words === '') commit('');
        else if (!composing) timer.current = setTimeout(() => commit(words), PAUSE);
      }}
      onCompositionEnd={(event) => {
        const words = event.currentTarget.value;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => commit(words), PAUSE);
      }}
      onPressEnter={() => commit(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

/** The bar above a list: search, filters from their declaration, and what is set; a drawer on a phone. */
export function FilterBar(props: {
  filters: readonly ListFilter[];
  state: ListState;
  change: (part: Partial<ListState>) => void;
  searchable: boolean;
  placeholder: string;
  searchRef: Ref<InputRef>;
  /** Buttons at the right end. */
  tools: ReactNode;
}): ReactNode {
  const { t } = useTranslation('kit');
  const narrow = useNarrow();
  const { filters, state, change } = props;
  const [more, setMore] = useState(false);
  const inUse = Object.keys(state.filters).length;
  const control = (filter: ListFilter): ReactNode => (
    <FilterControl
      key={filter.key}
      filter={filter}
      value={state.filters[filter.key] ?? ''}
      onChange={(value) => {
        const { [filter.key]: _old, ...rest } = state.filters;
        change({ filters: value ? { ...rest, [filter.key]: value } : rest });
      }}
    />
  );
  const clear = (
    <Button type="link" size="small" onClick={() => change({ filters: {}, search: '' })}>
      {t('action.clearAll')}
    </Button>
  );
  const often = filters.filter(({ rare, key }) => !rare || state.filters[key]);
  const rare = filters.filter((filter) => !often.includes(filter));
  return (
    <div className="xh-list-bar">
      {props.searchable ? (
        <SearchBox
          value={state.search}
          placeholder={props.placeholder}
          inputRef={props.searchRef}
          onChange={(search) => change({ search })}
        />
      ) : null}
      {narrow ? (
        filters.length > 0 ? (
          <Button icon={<FilterOutlined />} onClick={() => setMore(true)}>
            {inUse > 0 ? `${t('list.filters')} ${inUse}` : t('list.filters')}
          </Button>
        ) : null
      ) : (
        <>
          {often.map(control)}
          {rare.length > 0 && more ? rare.map(control) : null}
          {rare.length > 0 && !more ? (
            <Button type="dashed" icon={<FilterOutlined />} onClick={() => setMore(true)}>
              {t('list.moreFilters')}
            </Button>
          ) : null}
          {inUse > 0 ? clear : null}
        </>
      )}
      <span className="xh-list-tools">{props.tools}</span>
      {narrow ? (
        <Drawer
          open={more}
          onClose={() => setMore(false)}
          placement="bottom"
          size="auto"
          title={t('list.filters')}
          extra={inUse > 0 ? clear : null}
        >
          <div className="xh-list-drawer">
            {filters.map((filter) => (
              <div key={filter.key}>
                <span>{filter.label}</span>
                {control(filter)}
              </div>
            ))}
          </div>
        </Drawer>
      ) : null}
    </div>
  );
}
