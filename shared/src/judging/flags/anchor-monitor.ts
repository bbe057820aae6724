import { studentAsNormal } from '../normal-distribution.ts';

/** A submitted sheet as the monitor sees it: how far it lies from the others' sheets of the same entry. */
export interface MonitoredSheet {
  readonly judge: string;
  readonly entry: string;
  /** The judge's how-manieth sheet, from 1. */
  readonly order: number;
  /** Own total less the mean of the other judges' totals of the entry, in points of 100. */
  readonly difference: number;
  readonly anchor: boolean;
}

/** How one judge stands to the others while the work goes on. */
export interface JudgeMonitor {
  readonly judge: string;
  /** Sheets of entries that others have submitted too. */
  readonly compared: number;
  /** Mean difference to the others, in points; positive is milder. Null with nothing to compare. */
  readonly difference: number | null;
  /** The same over the anchors alone. */
  readonly anchors: number;
  readonly anchorDifference: number | null;
  /**
   * How far the difference moved from the first half of the judge's work to the second, in points; null below
   * `DRIFT_SHEETS` compared sheets.
   */
  readonly drift: number | null;
  /** Standard error of the drift. */
  readonly driftError: number | null;
  /**
   * The drift is larger than chance explains (two-sided 1 % of Student's t, the two halves' own spread being known from
   * few sheets), and at least `DRIFT_POINTS`. Halves without any spread leave nothing to chance.
   */
  readonly drifting: boolean;
}

/** Fewer compared sheets say nothing of drift. */
export const DRIFT_SHEETS = 6;
/** Two-sided 1 % of the standard normal. */
const UNUSUAL = 2.576;
/** A drift below so many points of 100 changes no ranking and is not told. */
export const DRIFT_POINTS = 3;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function squares(values: readonly number[], middle: number): number {
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}

/**
 * Compares every judge with the others on the entries they share, and the two halves of the judge's own work. Plain means:
 * it is looked at while marks come in, the model speaks once they are all there.
 */
export function anchorMonitor(sheets: readonly MonitoredSheet[]): readonly JudgeMonitor[] {
  return [...Map.groupBy(sheets, ({ judge }) => judge)]
    .map(([judge, own]): JudgeMonitor => {
      const ordered = [...own].sort((a, b) => a.order - b.order || (a.entry < b.entry ? -1 : 1));
      const anchors = ordered.filter(({ anchor }) => anchor).map(({ difference }) => difference);
      const all = ordered.map(({ difference }) => difference);
      const half = Math.floor(all.length / 2);
      const [early, late] = [all.slice(0, half), all.slice(half)];
      const [before, after] = [mean(early), mean(late)];
      const known = all.length >= DRIFT_SHEETS && before !== null && after !== null;
      const drift = known ? after - before : null;
      const spread = known
        ? (squares(early, before) + squares(late, after)) / Math.max(1, all.length - 2)
        : null;
      const driftError = spread === null ? null : Math.sqrt(spread * (1 / early.length + 1 / late.length));
      return {
        judge,
        compared: all.length,
        difference: mean(all),
        anchors: anchors.length,
        anchorDifference: mean(anchors),
        drift,
        driftError,
        drifting:
          drift !== null &&
          driftError !== null &&
          Math.abs(drift) >= DRIFT_POINTS &&
          (driftError === 0 || Math.abs(studentAsNormal(drift / driftError, all.length - 2)) > UNUSUAL),
      };
    })
    .sort((a, b) => (a.judge < b.judge ? -1 : 1));
}
