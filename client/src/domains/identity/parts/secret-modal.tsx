import '../identity.css';
import { CopyOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '#client/ui/core/notice.ts';

/** A secret that is told once. It closes only by its own button, so that no stray click loses it. */
export function SecretModal(props: {
  title: string;
  hint: string;
  secret: string;
  /** Shown beneath: how it is used. */
  use?: ReactNode;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('identity');
  const copy = (): void => {
    // Without a secure origin browsers have no clipboard for pages.
    if (!navigator.clipboard) {
      notice.warning(t('secret.copyFailed'));
      return;
    }
    navigator.clipboard.writeText(props.secret).then(
      () => notice.success(t('secret.copied')),
      () => notice.warning(t('secret.copyFailed')),
    );
  };
  return (
    <Modal
      open
      title={props.title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={props.onClose}>
          {t('secret.close')}
        </Button>
      }
      width={560}
    >
      <p>{props.hint}</p>
      <div className="xh-secret">
        <code>{props.secret}</code>
        <Button icon={<CopyOutlined />} onClick={copy}>
          {t('secret.copy')}
        </Button>
      </div>
      {props.use}
    </Modal>
  );
}
