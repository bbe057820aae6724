import { useQuery, useSubscription } from '@apollo/client/react';
import { COMPUTATION_KINDS, COMPUTATION_STEPS } from '@xinghuo/shared/judging/domain/computation';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComputationPageQuery } from '#client/__generated__/graphql.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemsText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { ProgressPanel, type ProgressState } from '#client/ui/show/progress-panel.tsx';
import { COMPUTATION_CANCEL, COMPUTATION_LIVE, COMPUTATION_PAGE } from './computation-documents.ts';
import { useTitleOf } from './edition-page.tsx';

/** A computation as a screen reads it. */
export type Computation = NonNullable<ComputationPageQuery['computation']>;

/** A computation as the panel of progress understands it. */
function progressOf(computation: Computation): ProgressState {
  const { state, done, total, createdAt, startedAt, progressAt, finishedAt, problems } = computation;
  const states = {
    QUEUED: 'running',
    RUNNING: 'running',
    DONE: 'done',
    FAILED: 'failed',
    CANCELLED: 'cancelled',
  } as const;
  const message = problemsText(problems);
  return {
    state: states[state],
    done,
    total,
    startedAt: startedAt ?? createdAt,
    updatedAt: finishedAt ?? progressAt ?? startedAt ?? createdAt,
    ...(message ? { message } : {}),
  };
}

/**
 * A computation under way: how many of how many, the time left, a way to stop it. It goes on when one leaves; `onDone`
 * runs when it has stored what it was asked for while somebody looks.
 */
export function ComputationPanel(props: {
  id: string;
  onDone?: (computation: Computation) => void;
  onEnd?: () => void;
  result?: (computation: Computation) => ReactNode;
}): ReactNode {
  const { id, onDone, onEnd, result } = props;
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const may = useCan()('judging.compute');
  const stored = useQuery(COMPUTATION_PAGE, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const live = useSubscription(COMPUTATION_LIVE, { variables: { id } });
  const [cancel] = useWrite(COMPUTATION_CANCEL);
  // What the subscription tells lands in the cache under the same id: the query shows the newest of both.
  const computation = stored.data?.computation ?? live.data?.computation ?? null;
  const told = useRef(false);
  useEffect(() => {
    if (told.current || !computation?.finishedAt) return;
    told.current = true;
    if (computation.state === 'DONE') onDone?.(computation);
    onEnd?.();
  }, [computation, onDone, onEnd]);
  if (!computation) return null;
  const about = computation.round ?? computation.competition;
  const running = computation.finishedAt === null;
  return (
    <ProgressPanel
      title={`${label(COMPUTATION_KINDS[computation.kind])}${about ? ` · ${titleOf(about)}` : ''}${
        running ? ` · ${label(COMPUTATION_STEPS[computation.step])}` : ''
      }`}
      progress={progressOf(computation)}
      {...(may && running
        ? {
            onCancel: async () => {
              const outcome = await cancel({ input: { id } });
              if (outcome.ok) notice.success(t('computation.cancelled'));
              else notice.error(outcome.message);
            },
          }
        : {})}
      result={result?.(computation)}
    />
  );
}
