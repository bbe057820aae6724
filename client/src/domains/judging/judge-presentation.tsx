import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '#client/ui/core/server-clock.ts';
import { Kbd } from '#client/ui/show/kbd.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { useTitleOf } from './edition-page.tsx';
import { closingTurns, type Presentation, type Slot, sheetOnStage, turnOn } from './presentation-clock.ts';
import { TurnClock } from './presentation-turn.tsx';
import './judging.css';

/** A turn: who, how long, and what the judge does with it. */
function Turn({ slot, children }: { slot: Slot; children: ReactNode }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  return (
    <div className="xj-stage">
      <p className="xj-stage-who">
        <b>{slot.position}</b> {slot.entry ? titleOf(slot.entry) : t('presentation.other')}
      </p>
      {slot.state === 'WAITING' ? null : <TurnClock slot={slot} />}
      {children}
    </div>
  );
}

/**
 * On the judge's home in a presentation round: the own entries whose marks are still taken, who is on, and the own next
 * turn.
 */
export function JudgePresentation(props: {
  presentation: Presentation;
  broken: boolean;
  isDone: (sheetId: string) => boolean;
  onGo: (sheetId: string) => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const { presentation, isDone } = props;
  const now = useServerNow(1000);
  const onStage = sheetOnStage(presentation.slots, now, isDone);
  const on = turnOn(presentation.slots);
  const next = presentation.slots.find(({ state }) => state === 'WAITING');
  const own = presentation.slots.find(({ state, mySheetId }) => state === 'WAITING' && mySheetId !== null);
  const closing = closingTurns(presentation.slots, now).filter(
    ({ mySheetId }) => mySheetId !== null && !isDone(mySheetId),
  );
  const step = ({ mySheetId }: Slot): ReactNode => {
    if (mySheetId === null) return <p className="xh-hint">{t('presentation.notYours')}</p>;
    if (isDone(mySheetId)) return <p className="xh-hint">{t('presentation.marked')}</p>;
    const first = mySheetId === onStage;
    return (
      <Button type={first ? 'primary' : 'default'} size="large" onClick={() => props.onGo(mySheetId)}>
        {t('presentation.mark')}
        {first ? <Kbd keys="Enter" /> : null}
      </Button>
    );
  };
  return (
    <>
      {props.broken ? <Alert type="warning" showIcon title={t('presentation.broken')} /> : null}
      {closing.map((slot) => (
        <Section key={slot.id} title={t('presentation.closing')}>
          <Turn slot={slot}>{step(slot)}</Turn>
        </Section>
      ))}
      {on ? (
        <Section title={t('presentation.on')}>
          <Turn slot={on}>{step(on)}</Turn>
        </Section>
      ) : null}
      {!on && next ? (
        <Section title={t('presentation.next')}>
          <Turn slot={next}>
            <p className="xh-hint">
              {t(next.mySheetId === null ? 'presentation.notYours' : 'presentation.waiting')}
            </p>
          </Turn>
        </Section>
      ) : null}
      {own && (on || own !== next) ? (
        <Section title={t('presentation.ownNext')}>
          <Turn slot={own}>
            <p className="xh-hint">{t('presentation.waiting')}</p>
          </Turn>
        </Section>
      ) : null}
    </>
  );
}
