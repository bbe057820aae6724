import { SearchOutlined } from '@ant-design/icons';
import { Modal, Spin } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLabel } from '../../ui/core/language.ts';
import { useCan } from '../../ui/core/viewer.ts';
import { ALL_DOMAINS } from '../domain-list.ts';
import { usePaletteSearch } from './palette-search.ts';
import { useNavItems } from './side-nav.tsx';

interface Row {
  readonly key: string;
  readonly group: string;
  readonly title: string;
  readonly hint?: string;
  readonly path: string;
}

/** Ctrl+K: pages at once, then whatever the domains find by name or number. */
export default function CommandPalette({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('app');
  const label = useLabel();
  const can = useCan();
  const navigate = useNavigate();
  const items = useNavItems();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const providers = useMemo(
    () => ALL_DOMAINS.flatMap((domain) => domain.search ?? []).filter(({ permission }) => can(permission)),
    [can],
  );
  const { groups, busy } = usePaletteSearch(words, providers);
  const asked = words.trim().toLowerCase();
  const rows: readonly Row[] = [
    ...items
      .filter(({ label: { zh, en } }) => `${zh} ${en}`.toLowerCase().includes(asked))
      .map((item) => ({
        key: item.path,
        group: t('palette.pages'),
        title: label(item.label),
        path: item.path,
      })),
    ...groups.flatMap(({ provider, hits }) =>
      hits.map((hit) => ({ ...hit, key: `${provider.label.en}:${hit.id}`, group: label(provider.label) })),
    ),
  ];
  const at = Math.min(active, Math.max(0, rows.length - 1));
  useEffect(() => {
    list.current?.querySelector(`[data-row="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const open = (row: Row | undefined): void => {
    if (!row) return;
    onClose();
    void navigate(row.path);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive(rows.length === 0 ? 0 : (at + step + rows.length) % rows.length);
    else if (event.key === 'Enter') open(rows[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      className="xh-palette"
      width={600}
      style={{ top: 80 }}
    >
      <label className="xh-palette-input">
        <SearchOutlined aria-hidden />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type in this field
          autoFocus
          value={words}
          placeholder={t('palette.placeholder')}
          aria-label={t('palette.title')}
          role="combobox"
          aria-expanded
          aria-controls="palette-rows"
          aria-activedescendant={rows[at] ? `palette-${at}` : undefined}
          onChange={(event) => {
            setWords(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        {busy ? <Spin size="small" /> : null}
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox */}
      <ul id="palette-rows" role="listbox" aria-label={t('palette.title')} ref={list}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field; the row is named by aria-activedescendant
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled by the field
          <li
            key={row.key}
            id={`palette-${index}`}
            data-row={index}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of a combobox
            role="option"
            aria-selected={index === at}
            onMouseMove={() => setActive(index)}
            onClick={() => open(row)}
          >
            <span>{row.title}</span>
            {row.hint ? <small>{row.hint}</small> : null}
            <small className="xh-palette-group">{row.group}</small>
          </li>
        ))}
      </ul>
      {rows.length === 0 && asked && !busy ? (
        <p className="xh-palette-note">{t('palette.none', { words })}</p>
      ) : null}
      {groups
        .filter(({ failed }) => failed)
        .map(({ provider }) => (
          <p key={provider.label.en} className="xh-palette-note" role="alert">
            {t('palette.failed', { name: label(provider.label) })}
          </p>
        ))}
      <p className="xh-palette-note xh-palette-foot">{t('palette.hint')}</p>
    </Modal>
  );
}
