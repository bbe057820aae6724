import { Select, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListOption } from './list-option.ts';
import { splitLookup } from './list-state.ts';
import type { ListFilter } from './list-types.ts';
import { useLookup } from './use-lookup.ts';

/** A choice among too many to list: typed words are looked up on the server. Holds `id~name`. */
export function LookupControl(props: {
  filter: Extract<ListFilter, { kind: 'lookup' }>;
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation('kit');
  const { find, label } = props.filter;
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const found = useLookup(find, open, words);
  const current = props.value ? splitLookup(props.value) : null;
  return (
    <Select
      labelInValue
      value={current}
      placeholder={label}
      aria-label={label}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      onOpenChange={setOpen}
      options={[...found.options]}
      notFoundContent={found.busy ? <Spin size="small" /> : (found.failure ?? t('list.noMatch'))}
      popupMatchSelectWidth={false}
      className="xh-filter-choice"
      onChange={(next: ListOption | null | undefined) =>
        props.onChange(next ? `${next.value}~${next.label}` : '')
      }
    />
  );
}
