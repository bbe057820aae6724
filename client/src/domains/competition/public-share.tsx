import { LinkOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '#client/ui/core/notice.ts';

/** Takes the page along: its address, or paper. */
export function Share(): ReactNode {
  const { t } = useTranslation('competition');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      notice.success(t('open.copied'));
    } catch {
      // The clipboard is closed to pages without a secure connection.
      notice.warning(t('open.copyFailed'));
    }
  };
  return (
    <>
      <Button icon={<LinkOutlined />} onClick={() => void copy()}>
        {t('open.copy')}
      </Button>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('open.print')}
      </Button>
    </>
  );
}
