import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcutGroups } from '../core/shortcuts.ts';
import { Kbd } from './kbd.tsx';

/** The help that `?` opens: every key that works on the page at hand. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('kit');
  const groups = useShortcutGroups();
  return (
    <Modal open onCancel={onClose} footer={null} title={t('keys.title')}>
      {groups.map(({ title, shortcuts }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several parts may share a heading; the order is that of the page
        <section key={index} className="xh-keys">
          {groups.findIndex((one) => one.title === title) === index ? <h3>{title}</h3> : null}
          {shortcuts
            .filter(({ shown }) => shown !== null)
            .map(({ keys, label, shown }) => (
              <p key={keys}>
                <span>{label}</span>
                <Kbd keys={shown ?? keys} />
              </p>
            ))}
        </section>
      ))}
    </Modal>
  );
}
