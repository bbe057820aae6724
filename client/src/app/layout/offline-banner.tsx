import { DisconnectOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../ui/core/environment.ts';

/** Says that the line is down, and that nothing typed is lost by it. */
export function OfflineBanner(): ReactNode {
  const { t } = useTranslation('app');
  const online = useOnline();
  return (
    <div role="status" aria-live="polite">
      {online ? null : (
        <p className="xh-offline">
          <DisconnectOutlined aria-hidden /> <b>{t('offline.title')}</b> {t('offline.body')}
        </p>
      )}
    </div>
  );
}
