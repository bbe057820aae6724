import { Select, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListOption } from '../list/list-option.ts';
import { type LookupFind, useLookup } from '../list/use-lookup.ts';

/** Properties of a remote choice; `value` and `onChange` come from `Form.Item`. */
export interface RemoteSelectProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly find: LookupFind;
  /** The name of the value the form begins with. */
  readonly known?: ListOption | null | undefined;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
}

/** A field of a form that holds the id of something among too many to list. */
export function RemoteSelect(props: RemoteSelectProps): ReactNode {
  const { t } = useTranslation('kit');
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(props.known);
  const found = useLookup(props.find, open, words);
  const label = chosen?.value === props.value ? chosen?.label : undefined;
  return (
    <Select
      labelInValue
      id={props.id}
      aria-label={props['aria-label']}
      value={props.value ? { value: props.value, label: label ?? props.value } : null}
      placeholder={props.placeholder}
      allowClear={props.allowClear ?? false}
      disabled={props.disabled ?? false}
      showSearch={{ filterOption: false, onSearch: setWords }}
      onOpenChange={setOpen}
      options={[...found.options]}
      notFoundContent={found.busy ? <Spin size="small" /> : (found.failure ?? t('list.noMatch'))}
      onChange={(next: ListOption | null | undefined) => {
        setChosen(next ?? null);
        props.onChange?.(next?.value ?? null);
      }}
    />
  );
}
