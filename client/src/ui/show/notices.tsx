import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  CloseOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { dismissNotice, type Notice, useNotices } from '../core/notice.ts';

const ICONS: Readonly<Record<Notice['kind'], ComponentType>> = {
  success: CheckCircleOutlined,
  error: CloseCircleOutlined,
  warning: ExclamationCircleOutlined,
  info: InfoCircleOutlined,
};

/** Where notices appear, above everything, dialogs included; read aloud as they come. */
export function Notices(): ReactNode {
  const { t } = useTranslation('kit');
  const notices = useNotices();
  return createPortal(
    <div className="xh-notices" aria-live="polite" role="status">
      {notices.map(({ id, kind, text }) => {
        const Icon = ICONS[kind];
        return (
          <p key={id} className={`xh-notice xh-notice-${kind}`}>
            <Icon aria-hidden />
            <span>{text}</span>
            <button type="button" aria-label={t('action.close')} onClick={() => dismissNotice(id)}>
              <CloseOutlined aria-hidden />
            </button>
          </p>
        );
      })}
    </div>,
    document.body,
  );
}
