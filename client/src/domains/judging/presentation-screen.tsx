import {
  type OrderEvent,
  SLOT_LIFECYCLE,
  SLOT_STATES,
  type SlotEvent,
} from '@xinghuo/shared/judging/domain/presentation';
import { Alert, Button, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useServerNow } from '#client/ui/core/server-clock.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan, useViewer } from '#client/ui/core/viewer.ts';
import { type Tone, ToneTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { type JudgingRound, RoundPage, useTitleOf } from './edition-page.tsx';
import { closingTurns, type Presentation, type Slot, turnOn } from './presentation-clock.ts';
import { AppendDialog, DrawDialog, ExtendDialog } from './presentation-dialogs.tsx';
import { PRESENTATION_PUBLISH, PRESENTATION_STEP } from './presentation-documents.ts';
import { TurnClock, usePresentation } from './presentation-turn.tsx';
import './judging.css';

const TONES: Readonly<Record<Slot['state'], Tone>> = {
  WAITING: 'waiting',
  ON: 'active',
  PAUSED: 'refused',
  DONE: 'done',
};
const EVENTS = Object.keys(SLOT_LIFECYCLE.events) as SlotEvent[];

/** Who is on, the countdown, and the steps. */
function Stage({ presentation, manage }: { presentation: Presentation; manage: boolean }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const now = useServerNow(1000);
  const [extending, setExtending] = useState<Slot>();
  const [write, busy] = useWrite(PRESENTATION_STEP, { refetch: ['PresentationPage'] });
  const on = turnOn(presentation.slots);
  const slot = on ?? presentation.slots.find(({ state }) => state === 'WAITING');
  if (!slot) return <Alert type="success" showIcon title={t('presentation.allDone')} />;
  const step = async (event: SlotEvent): Promise<void> => {
    const outcome = await write({ input: { id: slot.id, version: slot.version, event } });
    if (!outcome.ok) notice.error(outcome.message);
  };
  const events = EVENTS.filter((event) =>
    (SLOT_LIFECYCLE.events[event].from as readonly Slot['state'][]).includes(slot.state),
  );
  const closing = closingTurns(presentation.slots, now);
  return (
    <Section title={on ? t('presentation.on') : t('presentation.next')}>
      {closing.map((one) => (
        <div key={one.id} className="xj-stage xj-closing">
          <p>
            <b>{one.position}</b> {one.entry ? `${one.entry.number ?? ''} ${titleOf(one.entry)}` : ''}
          </p>
          <TurnClock slot={one} />
        </div>
      ))}
      <div className="xj-stage">
        <p className="xj-stage-who">
          <b>{slot.position}</b> {slot.entry ? `${slot.entry.number ?? ''} ${titleOf(slot.entry)}` : ''}
        </p>
        <TurnClock slot={slot} />
        {manage ? (
          <div className="xj-stage-steps">
            {events.map((event) =>
              event === 'finish' ? (
                // No step brings an entry back that was ended.
                <Popconfirm
                  key={event}
                  title={t('presentation.finishAsk', { position: slot.position })}
                  okText={label(SLOT_LIFECYCLE.events[event])}
                  onConfirm={() => void step(event)}
                >
                  <Button size="large" loading={busy}>
                    {label(SLOT_LIFECYCLE.events[event])}
                  </Button>
                </Popconfirm>
              ) : (
                <Button
                  key={event}
                  size="large"
                  type={event === 'start' || event === 'resume' ? 'primary' : 'default'}
                  loading={busy}
                  onClick={() => void step(event)}
                >
                  {label(SLOT_LIFECYCLE.events[event])}
                </Button>
              ),
            )}
            {on ? (
              <Button size="large" onClick={() => setExtending(slot)}>
                {t('presentation.extend')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
      {extending ? <ExtendDialog slot={extending} onClose={() => setExtending(undefined)} /> : null}
    </Section>
  );
}

/** The page of an entry that the viewer works with: the office's, the leader's own, the judge's sheet. */
function usePageOf(): (slot: Slot) => string | null {
  const can = useCan();
  const viewer = useViewer();
  return ({ entry, mySheetId }) => {
    if (!entry) return null;
    if (can('judging.progress')) return `/entries/${entry.id}`;
    if (mySheetId) return `/judge/sheets/${mySheetId}`;
    const leads = viewer?.grants.some(
      ({ role, scopeId }) => role === 'TEAM_LEADER' && scopeId !== null && scopeId === entry.team?.id,
    );
    return leads ? `/my-entries/${entry.id}` : null;
  };
}

function SlotName({ slot, page }: { slot: Slot; page: string | null }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  if (!slot.entry) return t('presentation.other');
  const words = `${slot.entry.number ?? ''} ${titleOf(slot.entry)}`;
  return page ? <Link to={page}>{words}</Link> : words;
}

function Order({ presentation, manage }: { presentation: Presentation; manage: boolean }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const pageOf = usePageOf();
  const [extending, setExtending] = useState<Slot>();
  return (
    <Section title={t('presentation.order')} flush>
      <div className="xh-wide">
        <table className="xj-table">
          <tbody>
            {presentation.slots.map((slot) => (
              <tr key={slot.id}>
                <td className="xj-right">{slot.position}</td>
                <th scope="row">
                  <SlotName slot={slot} page={pageOf(slot)} />
                  {slot.appendedAt && slot.appendSeed !== null ? (
                    <small className="xh-hint">
                      {t('presentation.appended', {
                        at: formatDateTime(slot.appendedAt),
                        seed: slot.appendSeed,
                      })}
                    </small>
                  ) : null}
                </th>
                <td>
                  <ToneTag tone={TONES[slot.state]}>{label(SLOT_STATES[slot.state])}</ToneTag>
                </td>
                {manage ? (
                  <td>
                    {slot.state === 'DONE' ? (
                      <Button size="small" onClick={() => setExtending(slot)}>
                        {t('presentation.extend')}
                      </Button>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {extending ? <ExtendDialog slot={extending} onClose={() => setExtending(undefined)} /> : null}
    </Section>
  );
}

/** Whether a step of the whole order is possible now. */
const may = ({ availableTransitions }: Presentation, step: OrderEvent): boolean =>
  availableTransitions.some(({ event, allowed }) => event === step && allowed);

function Body({ round }: { round: JudgingRound }): ReactNode {
  const { t } = useTranslation('judging');
  const manage = useCan()('presentation.manage') && round.state !== 'LOCKED';
  const [drawing, setDrawing] = useState(false);
  const [appending, setAppending] = useState(false);
  const { result, broken } = usePresentation(round.id);
  const [publish, publishing] = useWrite(PRESENTATION_PUBLISH);
  const show = async (id: string): Promise<void> => {
    const outcome = await publish({ input: { id } });
    if (!outcome.ok) notice.error(outcome.message);
  };
  const draw = (words: string, type: 'primary' | 'default'): ReactNode =>
    manage ? (
      <Button type={type} onClick={() => setDrawing(true)}>
        {words}
      </Button>
    ) : undefined;
  return (
    <Loaded result={result}>
      {({ presentation }) => (
        <>
          {presentation ? (
            <>
              {broken ? <Alert type="warning" showIcon title={t('presentation.broken')} /> : null}
              <p className="xh-hint">
                {t('presentation.drawn', {
                  at: formatDateTime(presentation.drawnAt),
                  seed: presentation.seed,
                })}{' '}
                {presentation.publishedAt
                  ? t('presentation.published', { at: formatDateTime(presentation.publishedAt) })
                  : null}
              </p>
              {(presentation.unplaced ?? 0) > 0 ? (
                <Alert
                  type="warning"
                  showIcon
                  title={t('presentation.unplaced', { count: presentation.unplaced ?? 0 })}
                />
              ) : null}
              {manage ? (
                <div className="xj-rounds">
                  {presentation.publishedAt ? null : (
                    <Button loading={publishing} onClick={() => void show(presentation.id)}>
                      {t('presentation.publish')}
                    </Button>
                  )}{' '}
                  {may(presentation, 'draw') ? draw(t('presentation.again'), 'default') : null}{' '}
                  {may(presentation, 'append') ? (
                    <Button type="primary" onClick={() => setAppending(true)}>
                      {t('presentation.append', { count: presentation.unplaced ?? 0 })}
                    </Button>
                  ) : null}
                </div>
              ) : null}
              <Stage presentation={presentation} manage={manage && round.state === 'OPEN'} />
              <Order presentation={presentation} manage={manage && round.state === 'OPEN'} />
            </>
          ) : (
            <EmptyState
              title={t('presentation.empty')}
              hint={t('presentation.emptyHint')}
              action={draw(t('presentation.draw'), 'primary')}
            />
          )}
          {drawing ? <DrawDialog roundId={round.id} onClose={() => setDrawing(false)} /> : null}
          {appending && presentation ? (
            <AppendDialog
              roundId={round.id}
              count={presentation.unplaced ?? 0}
              onClose={() => setAppending(false)}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

/** The coordinator's console of a presentation round. */
export default function PresentationScreen(): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <RoundPage title={t('presentation.title')} hint={t('presentation.hint')} kind="PRESENTATION">
      {(_edition, round) =>
        round.kind === 'PRESENTATION' ? (
          <Body key={round.id} round={round} />
        ) : (
          <EmptyState title={t('presentation.otherRound')} hint={t('presentation.otherRoundHint')} />
        )
      }
    </RoundPage>
  );
}
