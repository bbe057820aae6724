import './judge.css';
import { Alert, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useNarrow } from '#client/ui/core/environment.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { serverNow, useServerNow } from '#client/ui/core/server-clock.ts';
import { useShortcuts } from '#client/ui/core/shortcuts.ts';
import { Page } from '#client/ui/show/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '#client/ui/show/states.tsx';
import { JudgeCategories } from './judge-categories.tsx';
import { useDesk, useIsKept } from './judge-desk.ts';
import { JudgeNextStep } from './judge-next-step.tsx';
import { JudgeOffline } from './judge-offline.tsx';
import { JudgeOwnWork } from './judge-own-work.tsx';
import { JudgePractices, practiceBefore, usePractices } from './judge-practice.tsx';
import { JudgePresentation } from './judge-presentation.tsx';
import { chooseRound, type JudgeRound, type Queue, useQueue, useRounds } from './judge-queue.ts';
import { isUnscored, nextUnscored } from './judge-walk.ts';
import { sheetOnStage } from './presentation-clock.ts';
import { usePresentation } from './presentation-turn.tsx';

/** The judge's home: what waits, how far it is, until when. */
export default function JudgeScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const desk = useDesk();
  const [search, setSearch] = useSearchParams();
  const rounds = useRounds(desk);
  const round = chooseRound(rounds.data, search.get('round'));
  const queue = useQueue(desk, round);
  const title = useRoundTitle();
  const choose = (id: string): void => setSearch({ round: id }, { replace: true });
  return (
    <Page
      title={t('judge.title')}
      hint={round ? title(round) : undefined}
      actions={
        (rounds.data?.length ?? 0) > 1 && round ? (
          <RoundSwitch rounds={rounds.data ?? []} current={round.id} onChoose={choose} />
        ) : undefined
      }
    >
      {rounds.data === undefined && rounds.error === undefined ? <LoadingState /> : null}
      {rounds.data === undefined && rounds.error !== undefined ? (
        <ErrorState error={rounds.error} onRetry={() => void rounds.reload()} />
      ) : null}
      {rounds.data?.length === 0 ? <EmptyState title={t('judge.empty')} hint={t('judge.emptyHint')} /> : null}
      {round ? <Work round={round} queue={queue} copied={rounds.error !== undefined} /> : null}
    </Page>
  );
}

function useRoundTitle(): (round: JudgeRound) => string {
  const language = useLanguage();
  return ({ round }) => (language === 'en' ? round?.titleEn || round?.title : round?.title) ?? '';
}

function RoundSwitch(props: {
  rounds: readonly JudgeRound[];
  current: string;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const title = useRoundTitle();
  const narrow = useNarrow();
  // Rounds of several editions have the same titles.
  const years = new Set(props.rounds.map(({ year }) => year)).size > 1;
  const options = [...props.rounds]
    .reverse()
    .map((one) => ({ value: one.id, label: years ? `${one.year} ${title(one)}` : title(one) }));
  if (options.length > 3 || (narrow && options.length > 2)) {
    return (
      <Select
        aria-label={t('judge.round')}
        value={props.current}
        options={options}
        onChange={props.onChoose}
        popupMatchSelectWidth={false}
      />
    );
  }
  return (
    <Segmented
      aria-label={t('judge.round')}
      value={props.current}
      options={options}
      onChange={props.onChoose}
    />
  );
}

function Work({ round, queue, copied }: { round: JudgeRound; queue: Queue; copied: boolean }): ReactNode {
  const { t } = useTranslation('judging');
  const desk = useDesk();
  const kept = useIsKept(desk);
  const narrow = useNarrow();
  const navigate = useNavigate();
  const now = useServerNow();
  const late = round.deadline !== null && Date.parse(round.deadline) <= now;
  const open = round.round?.state === 'OPEN' && !late;
  // In a drawn order the turn says what is marked, not the queue.
  const staged = open && round.round?.kind === 'PRESENTATION';
  const { result, broken } = usePresentation(staged ? round.id : null);
  const presentation = result.data?.presentation;
  const isDone = (id: string): boolean => !queue.rows.some((row) => row.id === id && isUnscored(row));
  const next = open && !presentation ? nextUnscored(queue.rows, null, queue.skipped) : null;
  const practices = usePractices(desk, round.id).data ?? [];
  const row = queue.rows.find(({ id }) => id === next);
  const categoryId = row?.entry?.category.id;
  const begun = queue.rows.some(
    (one) => one.entry?.category.id === categoryId && one.state !== 'ASSIGNED' && one.state !== 'RECUSED',
  );
  const first = categoryId === undefined ? null : practiceBefore(practices, { categoryId, begun });
  const goTo = (id: string): void => void navigate(`/judge/sheets/${id}`);
  const go = (): void => {
    const sheet = presentation ? sheetOnStage(presentation.slots, serverNow(), isDone) : next;
    if (first !== null) void navigate(`/judge/practice/${first}`);
    else if (sheet !== null) goTo(sheet);
  };
  useShortcuts(t('judge.title'), [{ keys: 'Enter', label: t('judge.enterKey'), run: go }]);
  if (queue.kept.data === undefined) {
    return queue.kept.error === undefined ? (
      <LoadingState />
    ) : (
      <ErrorState error={queue.kept.error} onRetry={() => void queue.kept.reload()} />
    );
  }
  if (queue.kept.data.length === 0) {
    return <EmptyState title={t('judge.empty')} hint={t('judge.emptyHint')} />;
  }
  const stuck = queue.rows.filter((row) => row.stuck).length;
  const waiting = queue.rows.filter((row) => row.pending && !row.stuck).length;
  const unfinished = queue.rows.some(({ state }) => state === 'ASSIGNED' || state === 'DRAFT');
  return (
    <div className="xh-judge">
      <div className="xh-judge-notices">
        {kept ? null : <Alert type="warning" showIcon title={t('judge.notKept')} />}
        {copied || queue.kept.error !== undefined ? (
          <Alert type="warning" showIcon title={t('judge.copy')} />
        ) : null}
        {stuck > 0 ? <Alert type="error" showIcon title={t('judge.stuck', { count: stuck })} /> : null}
        {waiting > 0 ? <Alert type="info" showIcon title={t('judge.waiting', { count: waiting })} /> : null}
        {round.round?.state === 'PLANNED' ? <Alert type="info" showIcon title={t('judge.planned')} /> : null}
        {round.round?.state === 'LOCKED' ? <Alert type="info" showIcon title={t('judge.locked')} /> : null}
        {round.round?.state === 'OPEN' && late && unfinished ? (
          <Alert
            type="warning"
            showIcon
            title={t('judge.late', { deadline: formatDateTime(round.deadline) })}
          />
        ) : null}
      </div>
      {presentation ? (
        <JudgePresentation presentation={presentation} broken={broken} isDone={isDone} onGo={goTo} />
      ) : null}
      {open ? <JudgePractices practices={practices} /> : null}
      <JudgeNextStep round={round} queue={queue} next={next} practice={first !== null} now={now} onGo={go} />
      {narrow ? <JudgeOffline round={round} queue={queue} /> : null}
      <JudgeCategories queue={queue} />
      <JudgeOwnWork round={round} rows={queue.rows} />
      {narrow ? null : <JudgeOffline round={round} queue={queue} />}
    </div>
  );
}
