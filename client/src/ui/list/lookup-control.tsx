import { useApolloClient } from '@apollo/client/react';
import { Select, Spin } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../core/problem-text.ts';
import { splitLookup } from './list-state.ts';
import type { ListFilter, ListOption } from './list-types.ts';

/** Time to wait for the next key before asking the server, in milliseconds. */
const PAUSE = 250;

/** A choice among too many to list: typed words are looked up on the server. Holds `id~name`. */
export function LookupControl(props: {
  filter: Extract<ListFilter, { kind: 'lookup' }>;
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation('kit');
  const client = useApolloClient();
  const { find, label } = props.filter;
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<{ options: readonly ListOption[]; busy: boolean; failure?: string }>({
    options: [],
    busy: false,
  });
  useEffect(() => {
    if (!open) return;
    const abort = new AbortController();
    setFound((before) => ({ ...before, busy: true }));
    const timer = setTimeout(() => {
      find(words, client, abort.signal).then(
        (options) => {
          if (!abort.signal.aborted) setFound({ options, busy: false });
        },
        (error: unknown) => {
          if (!abort.signal.aborted) setFound({ options: [], busy: false, failure: errorText(error) });
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [open, words, find, client]);
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
