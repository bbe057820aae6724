import { UndoOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { AssignmentBoardQuery } from '#client/__generated__/graphql.ts';
import { useNarrow } from '#client/ui/core/environment.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useShortcuts } from '#client/ui/core/shortcuts.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { ReasonModal } from '#client/ui/detail/reason-modal.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { type BoardStep, loadsOf, rowOf } from './assignment-board.ts';
import { AssignmentCards } from './assignment-cards.tsx';
import { columnsFor, panelsOf } from './assignment-cell.ts';
import { ASSIGNMENT_BOARD } from './assignment-documents.ts';
import { AssignmentGrid } from './assignment-grid.tsx';
import { BoardLegend } from './assignment-legend.tsx';
import { measure } from './assignment-measures.ts';
import { PlanDialog } from './assignment-plan-dialog.tsx';
import { BoardFindings, BoardSummary } from './assignment-summary.tsx';
import { type StepOutcome, useBoard } from './assignment-use-board.ts';
import { type JudgingEdition, type JudgingRound, RoundPage, useTitleOf } from './edition-page.tsx';
import './judging.css';
import './assignment.css';

type Data = NonNullable<AssignmentBoardQuery['assignmentBoard']>;

function BoardView({ round, data }: { round: JudgingRound; data: Data }): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const narrow = useNarrow();
  const manage = useCan()('assignment.manage');
  const [params, setParams] = useSearchParams();
  const [asking, setAsking] = useState<Extract<BoardStep, { kind: 'remove' }>>();
  const board = useBoard(round.id, data, round.state === 'LOCKED' || !manage);
  const { frame, rows } = board;
  const loads = useMemo(() => loadsOf(rows), [rows]);
  const measures = useMemo(() => measure(frame, rows), [frame, rows]);
  const panels = useMemo(() => panelsOf(frame.categories), [frame]);
  const category = frame.categories.find(({ code }) => code === params.get('category'));
  const shortOnly = params.get('short') === '1';

  const entries = useMemo(
    () =>
      frame.entries.filter(
        (entry) =>
          (!category || entry.category.id === category.categoryId) &&
          (!shortOnly || rowOf(rows, entry.id).size < frame.wanted),
      ),
    [frame, category, shortOnly, rows],
  );
  const judges = useMemo(() => {
    if (!category) return frame.judges;
    const holders = new Set(entries.flatMap(({ id }) => [...rowOf(rows, id).keys()]));
    return columnsFor(frame.judges, category.code, panels.get(category.categoryId) ?? null, holders);
  }, [frame, category, entries, rows, panels]);

  const set = (key: string, value: string | null): void =>
    setParams(
      (before) => {
        if (value) before.set(key, value);
        else before.delete(key);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const tell = (outcome: StepOutcome): void => {
    if (outcome.kind === 'failed') notice.error(outcome.message);
    if (outcome.kind === 'refused') notice.warning(t(`assignment.refusal.${outcome.why}`));
  };
  const take = async (step: BoardStep): Promise<void> => {
    const outcome = await board.take(step);
    if (outcome.kind === 'refused' && outcome.why === 'NEEDS_REASON' && step.kind === 'remove')
      setAsking(step);
    else tell(outcome);
  };
  const undo = async (): Promise<void> => {
    if (board.undo) tell(await board.undo());
  };
  useShortcuts(t('assignment.title'), [
    { keys: 'Ctrl+z', label: t('assignment.undo'), run: () => void undo() },
  ]);
  const showEntry = (id: string): void => {
    set('short', null);
    set('category', frame.entries.find((entry) => entry.id === id)?.category.code ?? null);
    // The row is drawn with the next frame.
    requestAnimationFrame(() => {
      const at = frame.entries
        .filter((entry) => entry.category.id === frame.entries.find((one) => one.id === id)?.category.id)
        .findIndex((entry) => entry.id === id);
      document.querySelector<HTMLElement>(`[data-cell="${at}:0"]`)?.focus();
    });
  };
  const shared = { frame, rows, entries, panels, loads, onStep: (step: BoardStep) => void take(step) };
  return (
    <>
      <BoardSummary measures={measures} />
      <Section
        title={t('assignment.board')}
        flush
        extra={
          <div className="xj-bar">
            <Select
              aria-label={t('assignment.category')}
              value={category?.code ?? ''}
              popupMatchSelectWidth={false}
              onChange={(code: string) => set('category', code || null)}
              options={[
                { value: '', label: t('assignment.allCategories') },
                ...frame.categories.map((one) => ({ value: one.code, label: titleOf(one) })),
              ]}
            />
            <Button
              type={shortOnly ? 'primary' : 'default'}
              aria-pressed={shortOnly}
              onClick={() => set('short', shortOnly ? null : '1')}
            >
              {t('assignment.shortOnly')}
            </Button>
            {manage ? (
              <Button icon={<UndoOutlined />} disabled={!board.undo} onClick={() => void undo()}>
                {t('assignment.undo')}
              </Button>
            ) : null}
            <span className="xh-hint" role="status">
              {board.busy ? t('assignment.saving') : ''}
            </span>
          </div>
        }
      >
        {entries.length === 0 ? (
          <EmptyState title={t('assignment.noneShown')} />
        ) : narrow ? (
          <AssignmentCards {...shared} editable={manage && round.state !== 'LOCKED'} />
        ) : (
          <AssignmentGrid {...shared} judges={judges} />
        )}
        {narrow ? null : <BoardLegend />}
      </Section>
      <Section title={t('assignment.open', { count: measures.findings.length })}>
        <BoardFindings frame={frame} findings={measures.findings} onEntry={showEntry} />
      </Section>
      {asking ? (
        <ReasonModal
          title={t('assignment.takeOffBegun')}
          verb={t('assignment.takeOffVerb')}
          reason
          danger={false}
          onCancel={() => setAsking(undefined)}
          onConfirm={async (reason) => {
            const outcome = await board.take({ ...asking, ...(reason ? { reason } : {}) });
            if (outcome.kind === 'done') {
              setAsking(undefined);
              return { ok: true, payload: null, problems: [], message: '' };
            }
            const message =
              outcome.kind === 'failed' ? outcome.message : t(`assignment.refusal.${outcome.why}`);
            return { ok: false, problems: [], message };
          }}
        />
      ) : null}
    </>
  );
}

function Body({ edition, round }: { edition: JudgingEdition; round: JudgingRound }): ReactNode {
  const { t } = useTranslation('judging');
  const result = useQuery(ASSIGNMENT_BOARD, {
    variables: { roundId: round.id },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Loaded result={result}>
      {({ assignmentBoard }) => {
        if (!assignmentBoard) return <Missing />;
        if (assignmentBoard.entries.length === 0)
          return <EmptyState title={t('assignment.noEntries')} hint={t('assignment.noEntriesHint')} />;
        if (assignmentBoard.judges.length === 0)
          return (
            <EmptyState
              title={t('assignment.noJudges')}
              hint={t('assignment.noJudgesHint')}
              action={
                <Link to={`/judges?edition=${edition.id}`}>
                  <Button type="primary">{t('judges.title')}</Button>
                </Link>
              }
            />
          );
        return <BoardView key={round.id} round={round} data={assignmentBoard} />;
      }}
    </Loaded>
  );
}

/** Who judges what in a round: the board. */
export default function AssignmentScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const manage = useCan()('assignment.manage');
  const [planning, setPlanning] = useState(false);
  return (
    <RoundPage
      title={t('assignment.title')}
      hint={t('assignment.hint')}
      actions={(edition, round) => (
        <>
          <Link to={`/panels?edition=${edition.id}&round=${round.id}`}>
            <Button>{t('panels.title')}</Button>
          </Link>
          {manage && round.state !== 'LOCKED' ? (
            <Button type="primary" onClick={() => setPlanning(true)}>
              {t('assignment.plan')}
            </Button>
          ) : null}
        </>
      )}
    >
      {(edition, round) => (
        <>
          <Body edition={edition} round={round} />
          {planning ? (
            <PlanDialog competitionId={edition.id} round={round} onClose={() => setPlanning(false)} />
          ) : null}
        </>
      )}
    </RoundPage>
  );
}
