/** A judge's figures in a round. */
export interface JudgeFigures {
  readonly total: number;
  readonly submitted: number;
  readonly drafts: number;
  readonly lastActiveAt: string | null;
  readonly deadline: string | null;
}

/**
 * Where a judge stands: `DONE` all in; `OVERDUE` past the own deadline with sheets open; `NOT_BEGUN` nothing saved yet;
 * `IDLE` nothing saved for three days; `AT_WORK` otherwise.
 */
export type JudgeStanding = 'DONE' | 'OVERDUE' | 'NOT_BEGUN' | 'IDLE' | 'AT_WORK';

const IDLE_AFTER = 3 * 86_400_000;

/** Where a judge stands at an instant (milliseconds). */
export function standingOf(judge: JudgeFigures, now: number): JudgeStanding {
  if (judge.submitted >= judge.total) return 'DONE';
  if (judge.deadline && Date.parse(judge.deadline) <= now) return 'OVERDUE';
  if (!judge.lastActiveAt) return 'NOT_BEGUN';
  return now - Date.parse(judge.lastActiveAt) > IDLE_AFTER ? 'IDLE' : 'AT_WORK';
}

const ORDER: Readonly<Record<JudgeStanding, number>> = {
  OVERDUE: 0,
  NOT_BEGUN: 1,
  IDLE: 2,
  AT_WORK: 3,
  DONE: 4,
};

/** Judges with the ones to look after first, and among equals the one with the most sheets open. */
export function byUrgency<J extends JudgeFigures>(judges: readonly J[], now: number): readonly J[] {
  return judges.toSorted(
    (a, b) =>
      ORDER[standingOf(a, now)] - ORDER[standingOf(b, now)] ||
      b.total - b.submitted - (a.total - a.submitted),
  );
}
