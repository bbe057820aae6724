import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcutGroups, useShortcuts } from '../core/shortcuts.ts';

/** One key combination as it stands on a keyboard. */
export function Kbd({ keys }: { keys: string }): ReactNode {
  return (
    <span className="xh-kbd">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

/** The help that `?` opens: every key that works on the page at hand. */
export function ShortcutHelp(): ReactNode {
  const { t } = useTranslation('kit');
  const [open, setOpen] = useState(false);
  const groups = useShortcutGroups();
  useShortcuts(t('keys.everywhere'), [{ keys: '?', label: t('keys.help'), run: () => setOpen(true) }]);
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('keys.title')}>
      {open
        ? groups.map(({ title, shortcuts }, index) => (
            <section key={`${title}-${index}`} className="xh-keys">
              {groups.findIndex((one) => one.title === title) === index ? <h3>{title}</h3> : null}
              {shortcuts.map(({ keys, label }) => (
                <p key={keys}>
                  <span>{label}</span>
                  <Kbd keys={keys} />
                </p>
              ))}
            </section>
          ))
        : null}
    </Modal>
  );
}
