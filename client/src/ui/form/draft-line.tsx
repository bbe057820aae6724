import { CheckOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../core/format.ts';
import type { DraftStatus } from './use-draft.ts';

/** `已保存 10:42:07`: where what is typed stands. */
export function DraftLine({ status }: { status: DraftStatus }): ReactNode {
  const { t } = useTranslation('kit');
  const shown = {
    clean: null,
    unsaved: t('form.unsaved'),
    saving: t('form.saving'),
    server: status.kind === 'server' ? t('form.savedAt', { time: formatTime(status.at) }) : null,
    local: status.kind === 'local' ? t('form.keptAt', { time: formatTime(status.at) }) : null,
    failed: status.kind === 'failed' ? `${t('form.saveFailed')} ${status.message}` : null,
  }[status.kind];
  const icon = {
    clean: null,
    unsaved: null,
    saving: <LoadingOutlined aria-hidden />,
    server: <CheckOutlined aria-hidden />,
    local: <CheckOutlined aria-hidden />,
    failed: <WarningOutlined aria-hidden />,
  }[status.kind];
  return (
    <span className={`xh-draft xh-draft-${status.kind}`} role="status">
      {icon} {shown}
    </span>
  );
}
