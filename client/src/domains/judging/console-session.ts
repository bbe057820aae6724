import type { SlotFacts } from '@xinghuo/shared/judging/domain/presentation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLanguage } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { problemsText } from '#client/ui/core/problem-text.ts';
import { serverNow, useDrawnAt, useServerNow } from '#client/ui/core/server-clock.ts';
import { useWrite, type WriteOutcome } from '#client/ui/core/use-write.ts';
import { bringUp } from './console-bring-up.ts';
import { CLASH_ID } from './console-clash.tsx';
import { markId } from './console-criterion.tsx';
import { answered, type Desk, useTimeSpent } from './judge-desk.ts';
import { SHEET_RECUSE, SHEET_REVISE } from './judge-documents.ts';
import { type Typing, typeKey } from './judge-keys.ts';
import { meanOf, type SheetSum, sumSheet } from './judge-marks.ts';
import { RELEASED, type SheetFields } from './judge-merge.ts';
import type { Queue } from './judge-queue.ts';
import { currentFields, isOpen, mustChoose, type SheetRecord } from './judge-record.ts';
import { type ConsoleMode, consoleMode, stepProblems } from './judge-standing.ts';
import { PAUSE } from './judge-sync.ts';
import { type Paper, serverSheetOf } from './judge-transport.ts';
import { neighbours, nextUnscored } from './judge-walk.ts';
import { type Presentation, slotFacts } from './presentation-clock.ts';

const TURN_CODES: ReadonlySet<string> = new Set(['PRESENTATION_NOT_BEGUN', 'PRESENTATION_OVER']);
/** The element of the overall remark. */
export const REMARK_ID = 'sheet-remark';
/** So shortly before the lock of a turn every change is sent at once, in milliseconds. */
const LAST_SECONDS = 15_000;
/** How long the answer to a submission is waited for before it is said to be kept here, in milliseconds. */
const LONGEST_ANSWER = 8_000;
/** The element of the step that goes on. */
export const SUBMIT_ID = 'sheet-submit';

/** All that the parts of the console show and do at one sheet. */
export interface ConsoleSession {
  readonly mode: ConsoleMode;
  readonly record: SheetRecord;
  readonly paper: Paper;
  /** Of the entry, in the reader's language. */
  readonly title: string;
  readonly fields: SheetFields;
  readonly sum: SheetSum;
  /** Mean total of the judge's other submitted sheets of the category, else of all; null of none. */
  readonly average: { readonly value: string; readonly ofCategory: boolean } | null;
  readonly active: string;
  readonly activate: (criterion: string) => void;
  readonly mark: (criterion: string, value: string) => void;
  readonly comment: (criterion: string, text: string) => void;
  readonly remark: (text: string) => void;
  /** Whether the remark goes to the entrant after publication. */
  readonly release: (yes: boolean) => void;
  /** Sends what waits at once: a field was left. */
  readonly leave: () => void;
  readonly type: (key: string) => void;
  /** Moves to the next or previous criterion, then to the remark; false where the page's own order goes on. */
  readonly tab: (from: string, by: 1 | -1) => boolean;
  readonly begin: () => void;
  readonly submit: () => void;
  readonly skip: () => void;
  /** The sheet is one of the earliest and may be opened again. */
  readonly mayRevise: boolean;
  readonly revise: () => Promise<void>;
  readonly recuse: (reason: string) => Promise<WriteOutcome<unknown>>;
  readonly previous: string | null;
  readonly next: string | null;
  readonly nextOpen: string | null;
  readonly place: number;
  readonly total: number;
  readonly go: (sheetId: string) => void;
  /** Why the sheet takes no marks, as a sentence; empty when it does. */
  readonly offWhy: string;
}

const focus = (id: string): void => document.getElementById(id)?.focus();
const marksOf = (paper: Paper, fields: SheetFields): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(paper.criteria.map(({ id }) => [id, fields[`mark:${id}`]]));

/** What was refused because of the turn is sent again once the turn takes marks: it began, or was given more time. */
function useReopened(desk: Desk, record: SheetRecord, slot: SlotFacts | null, open: boolean): void {
  const tried = useRef('');
  const turn = slot && open ? `${slot.state} ${slot.locksAt?.toISOString() ?? ''}` : '';
  const refused = record.refused.length > 0 && record.refused.every(({ code }) => TURN_CODES.has(code));
  useEffect(() => {
    if (!refused || turn === '' || tried.current === turn) return;
    tried.current = turn;
    void desk.store.dispatch(record.sheetId, { kind: 'retry' }).then(() => desk.sync.flush());
  }, [desk, record.sheetId, refused, turn]);
}

/** The work at one sheet. */
export function useConsoleSession(
  desk: Desk,
  paper: Paper,
  record: SheetRecord,
  queue: Queue,
  /** The starting order the entry has its turn in, where one is drawn. */
  presentation: Presentation | null,
): ConsoleSession {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const navigate = useNavigate();
  // A device whose clock is wrong must not keep a judge out, or let marks in that the server refuses.
  const now = useServerNow();
  const slot = slotFacts(presentation, paper.entry?.id ?? '');
  useDrawnAt(slot?.locksAt?.getTime() ?? null);
  const [recuse] = useWrite(SHEET_RECUSE);
  const [revise] = useWrite(SHEET_REVISE);
  const id = paper.id;
  const entered = currentFields(record);
  const marks = useMemo(() => marksOf(paper, entered), [paper, entered]);
  const sum = sumSheet(paper.criteria, marks);
  const firstOpen = paper.criteria.find((one) => (marks[one.id] ?? '') === '') ?? paper.criteria[0];
  const [chosen, setChosen] = useState(firstOpen?.id ?? '');
  const typing = useRef<Typing>({ criterion: '', text: '' });
  const filled = { marked: sum.marked, remark: entered.remark ?? '' };
  const off = stepProblems('save', paper, filled, now, slot);
  const mode = consoleMode(record, off.length > 0);
  useTimeSpent(desk, id, mode === 'marking');
  useReopened(desk, record, slot, off.length === 0);
  const isRefused = mode === 'closed' && record.refused.length > 0;

  const walk = neighbours(queue.rows, id);
  // In a drawn order the turn says what comes next, and it is seen on the home.
  const nextOpen = presentation ? null : nextUnscored(queue.rows, id, queue.skipped);
  const go = useCallback((to: string): void => void navigate(`/judge/sheets/${to}`), [navigate]);
  const edit = (field: string, value: string): void => {
    void desk.store.dispatch(id, { kind: 'edit', field, value, at: Date.now() });
    // Shortly before the marks lock nothing waits for the next key.
    const left = slot?.locksAt ? slot.locksAt.getTime() - serverNow() : Number.POSITIVE_INFINITY;
    desk.sync.poke(left < LAST_SECONDS ? 0 : PAUSE.typing);
  };
  const title = (english ? paper.entry?.titleEn || paper.entry?.title : paper.entry?.title) ?? '';
  const onwards = (): void => {
    if (nextOpen !== null) go(nextOpen);
    else {
      if (!presentation) notice.info(t('console.last'));
      void navigate('/judge');
    }
  };

  const submit = (): void => {
    if (mode !== 'marking') {
      if (nextOpen !== null) go(nextOpen);
      return;
    }
    // The two versions stand in the way before anything that is missing, and in its place.
    if (mustChoose(record)) {
      notice.warning(t('console.clash.first'));
      bringUp(CLASH_ID);
      return;
    }
    const problems = stepProblems('submit', paper, filled, serverNow(), slot);
    if (problems.length > 0) {
      notice.warning(problemsText(problems));
      const missing = paper.criteria.find((one) => (marks[one.id] ?? '') === '');
      if (missing) focus(markId(missing.id));
      else focus(REMARK_ID);
      return;
    }
    // Said and left only when it is stored: a tab that is closed right after must not forget the step.
    void desk.store.dispatch(id, { kind: 'submit', at: Date.now() }).then(() => {
      const sent = desk.sync.flush();
      if (presentation) void sent.then(leaveOnceAnswered);
      else leaveWith(navigator.onLine);
    });
  };
  const leaveWith = (arrived: boolean): void => {
    notice.success(
      arrived ? t('console.submitted', { title, total: sum.total }) : t('console.kept', { title }),
    );
    onwards();
  };
  /** Where seconds decide, the sheet is said to be submitted only when the server has said so. */
  const leaveOnceAnswered = async (): Promise<void> => {
    const after = await answered(desk, id, LONGEST_ANSWER);
    if (after && after.refused.length > 0) notice.error(problemsText(after.refused));
    else if (after && after.clash.length === 0) leaveWith(!isOpen(after));
  };

  const others = queue.rows.filter(
    (row) =>
      row.id !== id &&
      row.shownTotal !== null &&
      (row.leaving || row.state === 'SUBMITTED' || row.state === 'LOCKED'),
  );
  const near = others.filter((row) => row.entry?.category.id === paper.entry?.category.id);
  const compared = near.length > 0 ? near : others;
  const mean = meanOf(compared.map(({ shownTotal }) => shownTotal ?? '0'));

  return {
    mode,
    record,
    paper,
    title,
    // Refused, and too late to try again: what counts is what the server has.
    fields: isRefused ? record.base.fields : entered,
    sum: isRefused ? sumSheet(paper.criteria, marksOf(paper, record.base.fields)) : sum,
    average: mean === null ? null : { value: mean, ofCategory: near.length > 0 },
    active: chosen,
    activate: (criterion) => {
      if (typing.current.criterion !== criterion) typing.current = { criterion: '', text: '' };
      setChosen(criterion);
    },
    mark: (criterion, value) => {
      typing.current = { criterion: '', text: '' };
      edit(`mark:${criterion}`, value);
    },
    comment: (criterion, text) => edit(`comment:${criterion}`, text),
    remark: (text) => edit('remark', text),
    release: (yes) => edit('released', yes ? RELEASED : ''),
    leave: () => void desk.sync.flush(),
    type: (key) => {
      const criterion = paper.criteria.find((one) => one.id === chosen);
      if (!criterion) return;
      const typed = typeKey(typing.current, chosen, key, criterion);
      if (!typed) {
        notice.info(t('console.mark.max', { max: criterion.max.replace(/\.0+$/, '') }));
        return;
      }
      typing.current = typed.typing;
      if (typed.value !== undefined) edit(`mark:${chosen}`, typed.value);
      focus(markId(chosen));
    },
    tab: (from, by) => {
      const place = paper.criteria.findIndex((one) => one.id === from);
      const target = paper.criteria[place + by];
      if (target) focus(markId(target.id));
      else if (by > 0) focus(REMARK_ID);
      return target !== undefined || by > 0;
    },
    begin: () => {
      void desk.store.dispatch(id, { kind: 'begin', at: Date.now() });
      void desk.sync.flush();
      // The rubric stands where the question stood only after the next drawing.
      requestAnimationFrame(() => focus(markId(chosen)));
    },
    submit,
    skip: () => {
      queue.skip(id);
      notice.info(t('console.skippedTo'));
      onwards();
    },
    mayRevise:
      mode === 'submitted' &&
      paper.availableTransitions.some(({ event, allowed }) => event === 'revise' && allowed),
    revise: async () => {
      const outcome = await revise({ input: { id, version: record.base.version } });
      if (!outcome.ok) {
        notice.error(outcome.message);
        return;
      }
      const sheet = outcome.payload.scoreSheet;
      if (sheet) await desk.store.open(id, serverSheetOf(sheet));
      await queue.kept.reload();
    },
    recuse: async (reason) => {
      const outcome = await recuse({ input: { id, reason } });
      if (!outcome.ok) return outcome;
      notice.success(t('console.recusal.done'));
      await queue.kept.reload();
      onwards();
      return outcome;
    },
    previous: walk.previous,
    next: walk.next,
    nextOpen,
    place: walk.place,
    total: queue.rows.length,
    go,
    offWhy: problemsText(off),
  };
}
