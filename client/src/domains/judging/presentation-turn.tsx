import { skipToken, useQuery, useSubscription } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#client/ui/core/format.ts';
import { useServerNow } from '#client/ui/core/server-clock.ts';
import { countdown, countedOf, type Presentation, type Slot } from './presentation-clock.ts';
import { PRESENTATION, PRESENTATION_LIVE } from './presentation-documents.ts';

/** The starting order of a round as it moves; nothing is asked of no round. */
export function usePresentation(roundId: string | null) {
  const result = useQuery(
    PRESENTATION,
    roundId === null ? skipToken : { variables: { roundId }, fetchPolicy: 'cache-and-network' },
  );
  const live = useSubscription(PRESENTATION_LIVE, roundId === null ? skipToken : { variables: { roundId } });
  return { result, broken: live.error !== undefined };
}

/** The countdown of a turn, then of its marks. */
export function TurnClock({ slot }: { slot: Slot }): ReactNode {
  const { t } = useTranslation('judging');
  const counted = countedOf(slot, useServerNow(250));
  if (counted.what === 'locked') {
    return (
      <div className="xj-clock">
        <span>{t('presentation.locked')}</span>
      </div>
    );
  }
  const short = counted.seconds <= 30 && (slot.state === 'ON' || counted.what === 'marks');
  return (
    <div className={short ? 'xj-clock xj-clock-short' : 'xj-clock'}>
      <b
        role="timer"
        aria-label={t(counted.what === 'time' ? 'presentation.left' : 'presentation.leftToMark')}
      >
        {countdown(counted.seconds)}
      </b>
      <span>
        {slot.state === 'PAUSED'
          ? t('presentation.paused')
          : counted.what === 'marks'
            ? t('presentation.leftToMark')
            : slot.locksAt !== null
              ? t('presentation.until', { at: formatTime(slot.locksAt) })
              : ''}
      </span>
    </div>
  );
}

/** In the console of a presentation round: the running countdown of this entry. */
export function ConsoleTurn(props: {
  presentation: Presentation;
  entryId: string;
  broken: boolean;
}): ReactNode {
  const { t } = useTranslation('judging');
  const slot = props.presentation.slots.find(({ entry }) => entry?.id === props.entryId);
  if (!slot) return null;
  return (
    <div className="xj-console-turn" role="status">
      <span>{t('presentation.turn', { position: slot.position })}</span>
      {props.broken ? <span>{t('presentation.brokenShort')}</span> : null}
      {slot.state === 'WAITING' ? <span>{t('presentation.waiting')}</span> : <TurnClock slot={slot} />}
    </div>
  );
}
