import './console.css';
import './judging.css';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useNarrow, useTitle } from '#client/ui/core/environment.ts';
import { errorKind } from '#client/ui/core/problem-text.ts';
import { useStored } from '#client/ui/core/stored.ts';
import { ReasonModal } from '#client/ui/detail/reason-modal.tsx';
import { EmptyState, ErrorState, LoadingState } from '#client/ui/show/states.tsx';
import { ConsoleBar } from './console-bar.tsx';
import { useAtRest } from './console-bring-up.ts';
import { commentId } from './console-criterion.tsx';
import { ConsoleDocuments, documentsOf } from './console-documents.tsx';
import { ConsoleFoot } from './console-foot.tsx';
import { useConsoleKeys } from './console-keys.ts';
import { ConsoleRubric } from './console-rubric.tsx';
import { useConsoleSession } from './console-session.ts';
import { Split } from './console-split.tsx';
import { ConsoleBanners } from './console-status.tsx';
import { Swipe } from './console-swipe.tsx';
import { type Desk, useDesk, useRecords } from './judge-desk.ts';
import { prefetch } from './judge-kept.ts';
import { chooseRound, loadPaper, type Queue, SHELF, usePaper, useQueue, useRounds } from './judge-queue.ts';
import { mustChoose, type SheetRecord } from './judge-record.ts';
import { type Paper, serverSheetOf } from './judge-transport.ts';
import { ConsoleTurn, usePresentation } from './presentation-turn.tsx';

/** One sheet: the document at the left, the rubric at the right. */
export default function ConsoleScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const { id = '' } = useParams();
  const desk = useDesk();
  const kept = usePaper(desk, id);
  const rounds = useRounds(desk);
  const paper = kept.data;
  const round = chooseRound(rounds.data, paper?.round?.id ?? null);
  const queue = useQueue(desk, round);
  const record = useRecords(desk).get(id);
  useEffect(() => {
    if (paper) void desk.store.open(paper.id, serverSheetOf(paper));
  }, [desk, paper]);
  if (paper === null) return <EmptyState title={t('console.missing')} />;
  if (paper === undefined) {
    if (kept.error === undefined) return <LoadingState />;
    return errorKind(kept.error) === 'network' ? (
      <EmptyState title={t('console.onlyOnline')} />
    ) : (
      <ErrorState error={kept.error} onRetry={() => void kept.reload()} />
    );
  }
  if (!record) return <LoadingState />;
  return <Console key={id} desk={desk} paper={paper} record={record} queue={queue} />;
}

function Console(props: { desk: Desk; paper: Paper; record: SheetRecord; queue: Queue }): ReactNode {
  const { t } = useTranslation('judging');
  const { desk, paper } = props;
  const narrow = useNarrow();
  const navigate = useNavigate();
  const staged = paper.round?.kind === 'PRESENTATION' && paper.entry ? paper.round.id : null;
  const { result, broken } = usePresentation(staged);
  const presentation = result.data?.presentation ?? null;
  const session = useConsoleSession(desk, paper, props.record, props.queue, presentation);
  const [recusing, setRecusing] = useState(false);
  const [reminded, setReminded] = useState(0);
  const documents = documentsOf(paper.entry);
  const [document_, setDocument] = useStored<string>(`judge-document:${paper.id}`, 'paper', (value) =>
    typeof value === 'string' ? value : undefined,
  );
  const { title } = session;
  useTitle(title);

  const choosing = useAtRest(mustChoose(props.record));
  const marking = session.mode === 'marking' && !choosing;
  const footed = session.mode !== 'question' && !choosing;
  const open = marking || session.mode === 'question';
  const { previous, next, nextOpen } = session;
  useEffect(() => {
    if (nextOpen !== null) prefetch(desk, SHELF.paper(nextOpen), () => loadPaper(desk.client, nextOpen));
  }, [desk, nextOpen]);
  useConsoleKeys({
    ...(marking
      ? {
          digit: session.type,
          clear: () => session.mark(session.active, ''),
          comment: () => document.getElementById(commentId(session.active))?.focus(),
        }
      : {}),
    ...(open ? { skip: session.skip, recuse: () => setRecusing(true) } : {}),
    ...(session.mode === 'question'
      ? { declare: session.begin, remind: () => setReminded((times) => times + 1) }
      : { submit: session.submit }),
    // The choice takes the place of a field: should somebody write on, the letters must not lead away.
    ...(next === null || choosing ? {} : { next: () => session.go(next) }),
    ...(previous === null || choosing ? {} : { previous: () => session.go(previous) }),
    turnDocument: (by) => {
      const place = documents.indexOf(document_) + by;
      setDocument(documents[(place + documents.length) % documents.length] ?? 'paper');
    },
    ...(choosing ? {} : { back: () => void navigate('/judge') }),
  });

  const left = (
    <div className="xh-console-side xh-console-left">
      {paper.entry ? (
        <ConsoleDocuments entry={paper.entry} current={document_} onChoose={setDocument} />
      ) : (
        <EmptyState title={t('console.after.recused')} />
      )}
    </div>
  );
  const right = (
    <section className="xh-console-side xh-console-right" aria-label={t('console.rubric')}>
      <div className="xh-console-rubric">
        <ConsoleRubric
          desk={desk}
          session={session}
          choosing={choosing}
          reminded={reminded}
          onRecuse={() => setRecusing(true)}
        />
      </div>
      {narrow || !footed ? null : <ConsoleFoot session={session} />}
    </section>
  );
  return (
    <div className="xh-console">
      <ConsoleBar session={session} onRecuse={() => setRecusing(true)} />
      {presentation && paper.entry ? (
        <ConsoleTurn presentation={presentation} entryId={paper.entry.id} broken={broken} />
      ) : null}
      <ConsoleBanners record={props.record} paper={paper} />
      {narrow ? (
        <Swipe
          left={left}
          right={right}
          marked={session.sum.marked}
          total={paper.criteria.length}
          startRight={session.mode === 'question' || session.sum.marked > 0}
        />
      ) : (
        <Split left={left} right={right} />
      )}
      {narrow && footed ? <ConsoleFoot session={session} /> : null}
      {recusing ? (
        <ReasonModal
          title={t('console.recusal.title', { title })}
          verb={t('console.recusal.confirm')}
          reason
          danger
          note={t('console.recusal.what')}
          onCancel={() => setRecusing(false)}
          onConfirm={(reason) => session.recuse(reason ?? '')}
        />
      ) : null}
    </div>
  );
}
