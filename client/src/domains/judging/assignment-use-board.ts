import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWrite } from '#client/ui/core/use-write.ts';
import {
  afterStep,
  type BoardCell,
  type BoardData,
  type BoardFrame,
  type BoardRefusal,
  type BoardRows,
  type BoardStep,
  frameOf,
  inverseOf,
  rowOf,
  rowsOf,
  stepRefusal,
  withCell,
} from './assignment-board.ts';
import { ASSIGNMENT_ADD, ASSIGNMENT_MOVE, ASSIGNMENT_REMOVE } from './assignment-documents.ts';

/** How many steps can be taken back. */
const UNDO_DEPTH = 50;

/** What became of a step: done, refused by the board itself, or refused by the server. */
export type StepOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly why: BoardRefusal }
  | { readonly kind: 'failed'; readonly message: string };

/** A board one works on. */
export interface Board {
  readonly frame: BoardFrame;
  readonly rows: BoardRows;
  /** Takes a step: it shows at once and is taken back when the server refuses it. */
  readonly take: (step: BoardStep) => Promise<StepOutcome>;
  /** Takes the last step back, once the steps under way are done; null when there is none. */
  readonly undo: (() => Promise<StepOutcome>) | null;
  /** Steps under way. */
  readonly busy: boolean;
}

type Send = (step: BoardStep, cell: BoardCell | undefined) => Promise<{ cell: BoardCell | null } | string>;

/** Sends one step; answers the cell that stands afterwards, or the sentence of the refusal. */
function useSend(roundId: string): Send {
  const [add] = useWrite(ASSIGNMENT_ADD);
  const [remove] = useWrite(ASSIGNMENT_REMOVE);
  const [move] = useWrite(ASSIGNMENT_MOVE);
  return useCallback(
    async (step, cell) => {
      const id = cell?.assignmentId ?? '';
      if (step.kind === 'remove') {
        const outcome = await remove({ input: { id, reason: step.reason ?? null } });
        return outcome.ok ? { cell: null } : outcome.message;
      }
      const { judge, entry, pinned } = step;
      const outcome =
        step.kind === 'add'
          ? await add({ input: { roundId, entryId: entry, judgeId: judge, pinned } })
          : await move({ input: { id, judgeId: judge, pinned } });
      if (!outcome.ok) return outcome.message;
      const { assignment } = outcome.payload;
      return {
        cell: assignment && {
          assignmentId: assignment.id,
          pinned: assignment.pinned,
          sheet: assignment.sheet?.state ?? 'ASSIGNED',
        },
      };
    },
    [add, remove, move, roundId],
  );
}

/** Holds a board, takes steps on it one after the other, and remembers how to take them back. */
export function useBoard(roundId: string, data: BoardData, locked: boolean): Board {
  const frame = useMemo(() => frameOf(data), [data]);
  const [rows, setRows] = useState(() => rowsOf(data));
  const [past, setPast] = useState(0);
  const [waiting, setWaiting] = useState(0);
  const present = useRef(rows);
  /** How to take back what was done, the latest last. */
  const inverses = useRef<readonly BoardStep[]>([]);
  const latest = useRef<Promise<unknown>>(Promise.resolve());
  /** Answers by pair: a step queued before the answer to the one before it finds its id here. */
  const known = useRef(new Map<string, BoardCell>());
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const send = useSend(roundId);

  const show = useCallback((next: BoardRows) => {
    present.current = next;
    setRows(next);
  }, []);
  // A newer answer of the server, for example after a plan was applied, replaces everything.
  useEffect(() => show(rowsOf(data)), [data, show]);

  const perform = useCallback(
    async (step: BoardStep): Promise<{ outcome: StepOutcome; inverse: BoardStep | null }> => {
      const why = stepRefusal(frame, present.current, step, locked);
      if (why) return { outcome: { kind: 'refused', why }, inverse: null };
      const before = present.current;
      const inverse = inverseOf(before, step);
      const source = step.kind === 'move' ? step.from : step.judge;
      show(afterStep(before, step));
      setWaiting((n) => n + 1);
      // One at a time, in order: a second step may need the id that the first one's answer brings.
      const held = rowOf(before, step.entry).get(source);
      const sent = line.current.then(() =>
        send(step, held?.assignmentId ? held : known.current.get(`${step.entry} ${source}`)),
      );
      line.current = sent.catch(() => undefined);
      const answer = await sent.finally(() => setWaiting((n) => n - 1));
      if (typeof answer === 'string') {
        const row = before.get(step.entry);
        const undone = new Map(present.current);
        if (row) undone.set(step.entry, row);
        else undone.delete(step.entry);
        show(undone);
        return { outcome: { kind: 'failed', message: answer }, inverse: null };
      }
      if (answer.cell) {
        known.current.set(`${step.entry} ${step.judge}`, answer.cell);
        // What was done to the cell meanwhile stands; its own answer follows.
        const now = rowOf(present.current, step.entry).get(step.judge);
        if (now) {
          const cell = { ...answer.cell, pinned: now.pinned };
          show(withCell(present.current, step.entry, step.judge, cell));
        }
      }
      return { outcome: { kind: 'done' }, inverse };
    },
    [frame, locked, send, show],
  );

  const remember = useCallback((steps: readonly BoardStep[]) => {
    inverses.current = steps.slice(-UNDO_DEPTH);
    setPast(inverses.current.length);
  }, []);
  const take = useCallback(
    (step: BoardStep) => {
      const taken = perform(step).then(({ outcome, inverse }) => {
        if (inverse) remember([...inverses.current, inverse]);
        return outcome;
      });
      latest.current = Promise.all([latest.current, taken]);
      return taken;
    },
    [perform, remember],
  );
  const busy = waiting > 0;
  const undo = useMemo(
    () =>
      past === 0 && !busy
        ? null
        : async (): Promise<StepOutcome> => {
            // The key may come before the answer to the step it means.
            await latest.current;
            const last = inverses.current.at(-1);
            if (last === undefined) return { kind: 'done' };
            remember(inverses.current.slice(0, -1));
            return (await perform(last)).outcome;
          },
    [past, busy, perform, remember],
  );
  return { frame, rows, take, undo, busy };
}
