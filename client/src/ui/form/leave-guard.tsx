import { Modal } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Asks before unsubmitted changes are left: within the product with words, at a closing tab as the browser does. */
export function LeaveGuard({ active, kept }: { active: boolean; kept: boolean }): ReactNode {
  const { t } = useTranslation('kit');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => active && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    // A kept draft needs no question from the browser: it is found again.
    if (!active || kept) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active, kept]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('form.leaveTitle')}
      okText={t('form.stay')}
      cancelText={t('form.leave')}
      onOk={() => blocker.reset?.()}
      onCancel={(event) => {
        // Escape and the cross mean "stay"; only the button leaves.
        if (event.currentTarget.classList.contains('ant-btn')) blocker.proceed?.();
        else blocker.reset?.();
      }}
    >
      {kept ? t('form.leaveKept') : t('form.leaveBody')}
    </Modal>
  );
}
