import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Section } from '#client/ui/show/page.tsx';
import { useTitleOf } from './edition-page.tsx';
import { turnOn, useServerClock } from './presentation-clock.ts';
import { TurnClock, usePresentation } from './presentation-turn.tsx';
import './judging.css';

/** On the judge's home in a presentation round: who is on, the countdown, and the way to the own sheet. */
export function JudgePresentation({ roundId }: { roundId: string }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const navigate = useNavigate();
  const { result } = usePresentation(roundId);
  const presentation = result.data?.presentation;
  const now = useServerClock(presentation?.asOf);
  if (!presentation) return null;
  const on = turnOn(presentation.slots);
  const next = presentation.slots.find(({ state }) => state === 'WAITING');
  const shown = on ?? next;
  if (!shown) return null;
  return (
    <Section title={on ? t('presentation.on') : t('presentation.next')}>
      <div className="xj-stage">
        <p className="xj-stage-who">
          <b>{shown.position}</b> {shown.entry ? titleOf(shown.entry) : ''}
        </p>
        {on ? <TurnClock slot={on} now={now} /> : null}
        {on?.mySheetId ? (
          <Button
            type="primary"
            size="large"
            onClick={() => void navigate(`/judge/sheets/${on.mySheetId ?? ''}`)}
          >
            {t('presentation.mark')}
          </Button>
        ) : (
          <p className="xh-hint">{on ? t('presentation.notYours') : t('presentation.waiting')}</p>
        )}
      </div>
    </Section>
  );
}
