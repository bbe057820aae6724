import type { SlotFacts } from '@xinghuo/shared/judging/domain/presentation';
import { type SheetEvent as Step, sheetRules } from '@xinghuo/shared/judging/domain/score-sheet';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import { isOpen, type SheetRecord } from './judge-record.ts';
import type { Paper } from './judge-transport.ts';

/** How far a sheet is marked. */
export interface Filled {
  readonly marked: number;
  readonly remark: string;
}

/**
 * Why a step is not possible now, by the same rules as on the server; the server's clock has the last word. Empty when
 * it is possible.
 */
export function stepProblems(
  step: Step,
  paper: Pick<Paper, 'round' | 'deadline' | 'criteria' | 'remarkMinimum' | 'practiceLeft'>,
  filled: Filled,
  now: number,
  /** The entry's turn as it is known here; null outside of presentation rounds and before anything is known. */
  slot: SlotFacts | null,
): readonly Problem[] {
  return sheetRules(step, {
    roundState: paper.round?.state ?? 'LOCKED',
    opensAt: paper.round?.opensAt ? new Date(paper.round.opensAt) : null,
    deadline: paper.deadline ? new Date(paper.deadline) : null,
    now: new Date(now),
    criteria: paper.criteria.length,
    marked: filled.marked,
    remarkLength: [...filled.remark.trim()].length,
    remarkMinimum: paper.remarkMinimum,
    practiceLeft: paper.practiceLeft,
    slot,
  });
}

/** What the right side of the console shows. */
export type ConsoleMode =
  | 'question'
  | 'marking'
  /** Submitted here, and on its way. */
  | 'leaving'
  | 'submitted'
  | 'locked'
  | 'closed';

/** Chooses what the judge can do: answer the one question, mark, or read what was given. */
export function consoleMode(record: SheetRecord, stepsOff: boolean): ConsoleMode {
  if (record.base.state === 'LOCKED') return 'locked';
  if (record.base.state === 'SUBMITTED') return 'submitted';
  if (!isOpen(record)) return 'closed';
  if (record.submitAt !== null) return 'leaving';
  if (stepsOff) return 'closed';
  const begun = record.base.state === 'DRAFT' || record.begin || Object.keys(record.edits).length > 0;
  return begun ? 'marking' : 'question';
}
