import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '#client/ui/core/environment.ts';
import { NOTHING } from '#client/ui/core/format.ts';
import { Kbd } from '#client/ui/show/kbd.tsx';
import { type ConsoleSession, SUBMIT_ID } from './console-session.ts';
import { SaveState } from './console-status.tsx';
import { meanOf, signedDifference } from './judge-marks.ts';

/** The foot: the exact total, the own average beside it, and the step that goes on. */
export function ConsoleFoot({ session }: { session: ConsoleSession }): ReactNode {
  const { t } = useTranslation('judging');
  const narrow = useNarrow();
  const { sum, average, mode, paper } = session;
  const official = session.record.base.total;
  const total =
    mode === 'submitted' || mode === 'locked' ? (official && meanOf([official])) || sum.total : sum.total;
  return (
    <footer className="xh-console-foot">
      <div className="xh-console-sum">
        <span>
          {t('console.foot.total')} <b>{sum.marked === 0 ? NOTHING : total}</b>{' '}
          {sum.complete || sum.marked === 0 ? null : (
            <small className="xh-so-far">
              {t('console.foot.soFar', {
                marked: sum.marked,
                total: paper.criteria.length,
                weight: sum.weight,
              })}
            </small>
          )}
        </span>
        <small>
          {average === null
            ? t('console.foot.noAverage')
            : t(average.ofCategory ? 'console.foot.average' : 'console.foot.averageAll', {
                average: average.value,
              })}
          {average !== null && sum.complete
            ? ` · ${t('console.foot.difference', { difference: signedDifference(total, average.value) })}`
            : ''}
        </small>
        {narrow ? <SaveState record={session.record} /> : null}
      </div>
      {mode === 'marking' ? (
        <Button id={SUBMIT_ID} type="primary" size="large" onClick={session.submit}>
          {narrow ? t('console.submit') : t('console.submitNext')} {narrow ? null : <Kbd keys="Ctrl+Enter" />}
        </Button>
      ) : session.nextOpen !== null && mode !== 'question' ? (
        <Button size="large" onClick={() => session.nextOpen !== null && session.go(session.nextOpen)}>
          {t('console.after.next')}
        </Button>
      ) : null}
    </footer>
  );
}
