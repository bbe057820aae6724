import { Alert, Button, Progress } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../core/format.ts';
import { useDuration } from './duration.ts';

/** Long work as its owner reports it. */
export interface ProgressState {
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number;
  /** Instants as the server gave them. */
  readonly startedAt: string;
  readonly updatedAt: string;
  /** Why it failed, as a sentence. */
  readonly message?: string;
}

/** Milliseconds left if the work goes on as it did so far; undefined while nothing can be said. */
export function timeLeft({ done, total, startedAt, updatedAt }: ProgressState): number | undefined {
  const spent = new Date(updatedAt).getTime() - new Date(startedAt).getTime();
  return done > 0 && spent > 0 && total >= done ? (spent / done) * (total - done) : undefined;
}

/** How many of how many, the time left, a way to stop it, and the result to come back to. */
export function ProgressPanel(props: {
  title: string;
  progress: ProgressState;
  onCancel?: () => Promise<unknown>;
  /** Shown when it is done: a link to the result. */
  result?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('kit');
  const duration = useDuration();
  const [cancelling, setCancelling] = useState(false);
  const { progress, onCancel } = props;
  const { state, done, total } = progress;
  const left = state === 'running' ? timeLeft(progress) : undefined;
  const spent = new Date(progress.updatedAt).getTime() - new Date(progress.startedAt).getTime();
  const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
  return (
    <section className="xh-section xh-progress" aria-live="polite">
      <header>
        <h2>{props.title}</h2>
        {state === 'running' && onCancel ? (
          <Button
            danger
            loading={cancelling}
            onClick={() => {
              setCancelling(true);
              void onCancel().finally(() => setCancelling(false));
            }}
          >
            {cancelling ? t('progress.cancelling') : t('action.cancel')}
          </Button>
        ) : null}
      </header>
      <div className="xh-section-body">
        <Progress
          percent={state === 'done' ? 100 : percent}
          status={state === 'failed' ? 'exception' : state === 'done' ? 'success' : 'active'}
          aria-label={props.title}
        />
        <p className="xh-hint">
          {t('progress.of', { done: formatNumber(done), total: formatNumber(total) })}
          {left === undefined ? null : ` · ${t('progress.left', { time: duration(left) })}`}
          {state === 'cancelled' ? ` · ${t('progress.cancelled')}` : null}
          {state === 'done' ? ` · ${t('progress.finished', { time: duration(spent) })}` : null}
        </p>
        {state === 'failed' ? (
          <Alert type="error" showIcon title={props.progress.message ?? t('progress.failed')} />
        ) : null}
        {state === 'done' ? props.result : null}
      </div>
    </section>
  );
}
