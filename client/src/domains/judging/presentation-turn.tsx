import { useQuery, useSubscription } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#client/ui/core/format.ts';
import { countdown, leftOf, type Slot, useServerClock } from './presentation-clock.ts';
import { PRESENTATION, PRESENTATION_LIVE } from './presentation-documents.ts';

/** The starting order of a round as it moves. */
export function usePresentation(roundId: string) {
  const result = useQuery(PRESENTATION, { variables: { roundId }, fetchPolicy: 'cache-and-network' });
  const live = useSubscription(PRESENTATION_LIVE, { variables: { roundId } });
  return { result, broken: live.error !== undefined };
}

/** The countdown of a turn, and until when its marks are taken. */
export function TurnClock({ slot, now }: { slot: Slot; now: number }): ReactNode {
  const { t } = useTranslation('judging');
  const left = leftOf(slot, now);
  const locked = slot.locksAt !== null && now >= Date.parse(slot.locksAt);
  return (
    <div className={left <= 30 && slot.state === 'ON' ? 'xj-clock xj-clock-short' : 'xj-clock'}>
      <b role="timer" aria-label={t('presentation.left')}>
        {countdown(left)}
      </b>
      <span>
        {locked
          ? t('presentation.locked')
          : slot.state === 'PAUSED'
            ? t('presentation.paused')
            : slot.locksAt !== null
              ? t('presentation.until', { at: formatTime(slot.locksAt) })
              : ''}
      </span>
    </div>
  );
}

/** In the console of a presentation round: the running countdown of this entry. */
export function ConsoleTurn({ roundId, entryId }: { roundId: string; entryId: string }): ReactNode {
  const { t } = useTranslation('judging');
  const { result } = usePresentation(roundId);
  const presentation = result.data?.presentation;
  const now = useServerClock(presentation?.asOf);
  const slot = presentation?.slots.find(({ entry }) => entry?.id === entryId);
  if (!slot) return null;
  return (
    <div className="xj-console-turn" role="status">
      <span>{t('presentation.turn', { position: slot.position })}</span>
      {slot.state === 'WAITING' ? (
        <span>{t('presentation.waiting')}</span>
      ) : (
        <TurnClock slot={slot} now={now} />
      )}
    </div>
  );
}
