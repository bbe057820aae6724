import { ArrowRightOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatMinutes, formatRelative } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { Kbd } from '#client/ui/show/kbd.tsx';
import { meanOf } from './judge-marks.ts';
import type { JudgeRound, Queue } from './judge-queue.ts';

/** How far the judge is, until when, and the one step that goes on. */
export function JudgeNextStep(props: {
  round: JudgeRound;
  queue: Queue;
  next: string | null;
  /** A practice entry stands before it. */
  practice: boolean;
  now: number;
  onGo: () => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const { rows } = props.queue;
  const done = rows.filter(({ state, leaving }) => state === 'SUBMITTED' || state === 'LOCKED' || leaving);
  const begun = rows.filter(({ state, leaving }) => state === 'DRAFT' && !leaving).length;
  const left = rows.length - done.length - begun;
  const mean = meanOf(done.flatMap(({ shownTotal }) => (shownTotal === null ? [] : [shownTotal])));
  const timed = done.filter(({ secondsSpent }) => secondsSpent > 0);
  const minutes =
    timed.length < 3
      ? null
      : timed.reduce((sum, { secondsSpent }) => sum + secondsSpent, 0) / timed.length / 60;
  const { deadline } = props.round;
  const entry = rows.find(({ id }) => id === props.next)?.entry;
  const title = language === 'en' ? entry?.titleEn || entry?.title : entry?.title;
  return (
    <section className="xh-judge-next">
      <Progress
        type="circle"
        size={112}
        percent={rows.length === 0 ? 0 : (done.length / rows.length) * 100}
        format={() => (
          <span className="xh-judge-ring">
            <b>{done.length}</b> / {rows.length}
          </span>
        )}
        aria-label={t('judge.progress', { submitted: done.length, assigned: rows.length })}
      />
      <dl className="xh-judge-facts">
        <div>
          <dt>{t('judge.done')}</dt>
          <dd>{done.length}</dd>
        </div>
        <div>
          <dt>{t('judge.begun')}</dt>
          <dd>{begun}</dd>
        </div>
        <div>
          <dt>{t('judge.left')}</dt>
          <dd>{left}</dd>
        </div>
        <div>
          <dt>{t('judge.mine')}</dt>
          <dd>{mean ?? '—'}</dd>
        </div>
        <div className="xh-judge-deadline">
          <dt>{t('judge.deadline')}</dt>
          <dd>
            {deadline === null ? (
              t('judge.noDeadline')
            ) : (
              <>
                {formatDateTime(deadline)} <small>{formatRelative(deadline, props.now, language)}</small>
              </>
            )}
          </dd>
        </div>
      </dl>
      <div className="xh-judge-go">
        {props.next === null ? (
          rows.length > 0 && done.length === rows.length ? (
            <p>{t('judge.allDone')}</p>
          ) : null
        ) : (
          <>
            <Button type="primary" size="large" onClick={props.onGo}>
              {props.practice
                ? t('practice.mine')
                : done.length + begun > 0
                  ? t('judge.continue')
                  : t('judge.start')}
              <ArrowRightOutlined aria-hidden />
              <Kbd keys="Enter" />
            </Button>
            <p className="xh-hint">{t('judge.next', { title: title ?? '' })}</p>
            {minutes !== null && left + begun > 0 ? (
              <p className="xh-hint">
                {t('judge.pace', {
                  minutes: Math.max(1, Math.round(minutes)),
                  rest: formatMinutes(Math.ceil(minutes * (left + begun)), language),
                })}
              </p>
            ) : null}
          </>
        )}
      </div>
    </section>
  );
}
