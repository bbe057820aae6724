import { Select, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListOption } from '../list/list-option.ts';
import { type LookupFind, useLookup } from '../list/use-lookup.ts';

/** Properties of a remote choice of several; `value` and `onChange` come from `Form.Item`. */
export interface RemoteSelectManyProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (value: readonly string[]) => void;
  readonly find: LookupFind;
  /** The names of the values the form begins with. */
  readonly known?: readonly ListOption[];
  readonly placeholder?: string;
  readonly max?: number;
}

/** A field of a form that holds the ids of several things among too many to list. */
export function RemoteSelectMany(props: RemoteSelectManyProps): ReactNode {
  const { t } = useTranslation('kit');
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [names, setNames] = useState(
    () => new Map((props.known ?? []).map(({ value, label }) => [value, label])),
  );
  const found = useLookup(props.find, open, words);
  return (
    <Select
      mode="multiple"
      labelInValue
      id={props.id}
      value={(props.value ?? []).map((value) => ({ value, label: names.get(value) ?? value }))}
      placeholder={props.placeholder}
      {...(props.max === undefined ? {} : { maxCount: props.max })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      onOpenChange={setOpen}
      options={[...found.options]}
      notFoundContent={found.busy ? <Spin size="small" /> : (found.failure ?? t('list.noMatch'))}
      onChange={(next: ListOption[]) => {
        setNames(
          (before) => new Map([...before, ...next.map(({ value, label }) => [value, label] as const)]),
        );
        props.onChange?.(next.map(({ value }) => value));
      }}
    />
  );
}
