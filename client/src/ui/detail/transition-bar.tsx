import type { Label } from '@xinghuo/shared/kernel/label';
import type { TransitionTable } from '@xinghuo/shared/kernel/transition';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../core/language.ts';
import { notice } from '../core/notice.ts';
import { type ProblemData, problemsText } from '../core/problem-text.ts';
import type { WriteOutcome } from '../core/use-write.ts';
import { ReasonModal } from './reason-modal.tsx';

/** One line of `availableTransitions { event to allowed problems { code path params } }`. */
export interface TransitionChoice<E extends string = string> {
  readonly event: E;
  readonly allowed: boolean;
  readonly problems: readonly ProblemData[];
}

/** Properties of a transition bar. */
export interface TransitionBarProps<S extends string, E extends string> {
  /** The lifecycle of `shared`: words, whether a reason is asked, whether it is final. */
  readonly table: TransitionTable<S, E>;
  readonly choices: readonly TransitionChoice<E>[];
  /** What it happens to, for the question before a final step. */
  readonly name: string;
  readonly run: (event: E, reason: string | undefined) => Promise<WriteOutcome<unknown>>;
  /** A question of its own for an event: `淘汰 12 个项目`. */
  readonly confirm?: (event: E) => string | undefined;
  /** Other words for an event, where it means something else in the present state. */
  readonly words?: (event: E) => Label | undefined;
  /** The event drawn as the main one; without it the first that is possible and not final. */
  readonly primary?: E;
  /** Asked for after success, beside the sentence. */
  readonly onDone?: (event: E) => void;
}

/**
 * What can be done now, as the server says. An impossible step is drawn, off, and says why: on hover, on focus and to
 * a screen reader, so it stays in the tab order instead of being `disabled`.
 */
export function TransitionBar<S extends string, E extends string>(
  props: TransitionBarProps<S, E>,
): ReactNode {
  const { table, choices, name, run, confirm, onDone } = props;
  const wordsOf = (event: E): Label => props.words?.(event) ?? table.events[event];
  const { t } = useTranslation('kit');
  const label = useLabel();
  const id = useId();
  const [busy, setBusy] = useState<E>();
  const [asking, setAsking] = useState<E>();
  const main =
    props.primary ?? choices.find(({ event, allowed }) => allowed && !table.events[event].final)?.event;

  const go = async (event: E, reason?: string): Promise<WriteOutcome<unknown>> => {
    setBusy(event);
    const outcome = await run(event, reason).finally(() => setBusy(undefined));
    if (outcome.ok) {
      setAsking(undefined);
      notice.success(t('detail.done', { name: label(wordsOf(event)) }));
      onDone?.(event);
    } else {
      notice.error(outcome.message);
    }
    return outcome;
  };
  const press = (event: E): void => {
    const { reason, final } = table.events[event];
    if (reason || final || confirm?.(event)) setAsking(event);
    else void go(event);
  };

  if (choices.length === 0) return null;
  const asked = asking === undefined ? undefined : table.events[asking];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar of buttons, no fieldset of a form
    <div className="xh-transitions" role="group" aria-label={t('detail.transitions')}>
      {choices.map(({ event, allowed, problems }) => {
        const transition = table.events[event];
        const words = label(wordsOf(event));
        const why = allowed ? undefined : t('detail.whyNot', { name: words, why: problemsText(problems) });
        const button = (
          <Button
            key={event}
            type={event === main ? 'primary' : 'default'}
            danger={allowed && transition.final === true}
            loading={busy === event}
            aria-disabled={!allowed || busy !== undefined}
            aria-describedby={why ? `${id}-${event}` : undefined}
            className={allowed ? undefined : 'xh-off'}
            onClick={() => {
              if (allowed && busy === undefined) press(event);
            }}
          >
            {words}
          </Button>
        );
        return why ? (
          <Tooltip key={event} title={why} trigger={['hover', 'focus', 'click']}>
            <span className="xh-off-wrap">
              {button}
              <span id={`${id}-${event}`} className="xh-unseen">
                {why}
              </span>
            </span>
          </Tooltip>
        ) : (
          button
        );
      })}
      {asking !== undefined && asked ? (
        <ReasonModal
          title={confirm?.(asking) ?? t('detail.step', { step: label(wordsOf(asking)), name })}
          verb={label(wordsOf(asking))}
          reason={asked.reason === true}
          danger={asked.final === true}
          onCancel={() => setAsking(undefined)}
          onConfirm={(reason) => go(asking, reason)}
        />
      ) : null}
    </div>
  );
}
