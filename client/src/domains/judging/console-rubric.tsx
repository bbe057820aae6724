import { SHEET_LIMITS } from '@xinghuo/shared/judging/domain/score-sheet';
import { Alert, Button, Input, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#client/ui/core/format.ts';
import { ConsoleClash } from './console-clash.tsx';
import { CriterionCard, markId } from './console-criterion.tsx';
import { ConsoleOvertaken, UnsentFields } from './console-overtaken.tsx';
import { ConsoleQuestion } from './console-question.tsx';
import { type ConsoleSession, REMARK_ID } from './console-session.ts';
import { useTitleOf } from './edition-page.tsx';
import type { Desk } from './judge-desk.ts';
import { RELEASED } from './judge-merge.ts';
import { isOvertaken } from './judge-record.ts';

const RELEASE_ID = 'sheet-remark-release';

/** The right side: the question first, then the rubric; afterwards what was given, to read. */
export function ConsoleRubric(props: {
  desk: Desk;
  session: ConsoleSession;
  /** Two versions stand in place of the fields. */
  choosing: boolean;
  /** Keys pressed before the declaration. */
  reminded: number;
  onRecuse: () => void;
}): ReactNode {
  const { session, desk } = props;
  const { record, paper, mode, fields } = session;
  const titleOf = useTitleOf();
  if (props.choosing) {
    // The mark stands where the choices stood only after the next drawing.
    const goOn = (): void =>
      void requestAnimationFrame(() => document.getElementById(markId(session.active))?.focus());
    return <ConsoleClash desk={desk} paper={paper} record={record} onDone={goOn} />;
  }
  if (mode === 'question') {
    return (
      <ConsoleQuestion
        title={session.title}
        team={titleOf({ title: paper.entry?.team?.name ?? '', titleEn: paper.entry?.team?.nameEn ?? null })}
        reminded={props.reminded}
        onNone={session.begin}
        onSome={props.onRecuse}
      />
    );
  }
  const readOnly = mode !== 'marking';
  return (
    <>
      <Standing session={session} desk={desk} />
      {paper.criteria.map((criterion) => (
        <CriterionCard
          key={criterion.id}
          criterion={criterion}
          mark={fields[`mark:${criterion.id}`] ?? ''}
          comment={fields[`comment:${criterion.id}`] ?? ''}
          active={session.active === criterion.id}
          readOnly={readOnly}
          onActivate={() => session.activate(criterion.id)}
          onMark={(value) => session.mark(criterion.id, value)}
          onComment={(text) => session.comment(criterion.id, text)}
          onTab={(by) => session.tab(criterion.id, by)}
          onLeave={session.leave}
        />
      ))}
      <OverallRemark session={session} readOnly={readOnly} />
    </>
  );
}

function OverallRemark({ session, readOnly }: { session: ConsoleSession; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('judging');
  const { paper, fields } = session;
  const text = fields.remark ?? '';
  const released = fields.released === RELEASED;
  const title =
    paper.remarkMinimum > 0
      ? t('console.remark.minimum', { count: paper.remarkMinimum })
      : t('console.remark.optional');
  if (readOnly) {
    return text === '' ? null : (
      <section className="xh-criterion">
        <h3>{t('console.remark.title')}</h3>
        <p className="xh-criterion-comment">{text}</p>
        <p className="xh-hint">{released ? t('console.remark.released') : t('console.remark.notReleased')}</p>
      </section>
    );
  }
  return (
    <section className="xh-criterion xh-overall">
      <label htmlFor={REMARK_ID}>{title}</label>
      <Input.TextArea
        id={REMARK_ID}
        value={text}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={SHEET_LIMITS.remark}
        // Always on: switched with the first character, the field would be drawn anew and lose the cursor.
        showCount={{ formatter: ({ count }) => (count > 0 ? `${count} / ${SHEET_LIMITS.remark}` : '') }}
        onChange={(event) => session.remark(event.target.value)}
        onBlur={session.leave}
      />
      <span className="xh-release">
        <Switch
          id={RELEASE_ID}
          size="small"
          checked={released}
          onChange={(yes) => {
            session.release(yes);
            session.leave();
          }}
        />
        <label htmlFor={RELEASE_ID}>
          {t('console.remark.release')}
          <small className="xh-hint">
            {' '}
            {t(released ? 'console.remark.released' : 'console.remark.releaseHint')}
          </small>
        </label>
      </span>
    </section>
  );
}

/** Why there is nothing to mark, or what has happened to the sheet. */
function Standing({ session, desk }: { session: ConsoleSession; desk: Desk }): ReactNode {
  const { t } = useTranslation('judging');
  const { mode, paper, record, offWhy } = session;
  if (isOvertaken(record)) return <ConsoleOvertaken session={session} desk={desk} />;
  if (mode === 'submitted') {
    const at = paper.submittedAt ?? record.base.updatedAt;
    return (
      <Alert
        type="success"
        showIcon
        title={`${t('console.after.submitted')} ${formatDateTime(at)}`}
        description={t(session.mayRevise ? 'console.after.reviseBody' : 'console.after.submittedBody')}
        action={
          session.mayRevise ? (
            <Button onClick={() => void session.revise()}>{t('console.after.revise')}</Button>
          ) : undefined
        }
      />
    );
  }
  if (mode === 'leaving') {
    return (
      <Alert
        type="info"
        showIcon
        title={t('console.after.leaving')}
        description={t('console.after.leavingBody')}
      />
    );
  }
  if (mode === 'locked') {
    return (
      <Alert
        type="info"
        showIcon
        title={t('console.after.locked')}
        description={t('console.after.lockedBody')}
      />
    );
  }
  if (mode === 'closed') {
    const recused = record.base.state === 'RECUSED';
    return (
      <Alert
        type="warning"
        showIcon
        title={t('console.after.closed')}
        description={
          recused ? (
            t('console.after.recused')
          ) : (
            <>
              <p>{offWhy}</p>
              <UnsentFields session={session} />
            </>
          )
        }
      />
    );
  }
  return paper.submittedAt !== null ? (
    <Alert type="info" showIcon title={t('console.after.reopened')} />
  ) : null;
}
