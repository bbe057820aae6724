import { LockOutlined } from '@ant-design/icons';
import { COMPETITION_STATES, ROUND_STATES } from '@xinghuo/shared/competition/competition';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#client/ui/core/language.ts';
import type { Lock } from '../edition-locks.ts';

/** A lock and its reason, where something cannot be changed; nothing where it can. */
export function LockNote({ lock, id }: { lock: Lock | null; id?: string }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  if (!lock) return null;
  const words = (): string => {
    switch (lock.why) {
      case 'phase':
      case 'extend':
        return t(`setup.lockReason.${lock.why}`, { state: label(COMPETITION_STATES[lock.state]) });
      case 'roundStarted':
        return t('setup.lockReason.roundStarted', { state: label(ROUND_STATES[lock.roundState]) });
      default:
        return t(`setup.lockReason.${lock.why}`);
    }
  };
  return (
    <p className="xc-lock" id={id}>
      <LockOutlined aria-hidden /> <b>{t('setup.locked')}</b> {words()}
    </p>
  );
}
