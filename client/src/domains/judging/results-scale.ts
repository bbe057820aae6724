/** The part of the scale of points that a picture shows. */
export interface ScoreScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5, 10, 20, 50];

/** A scale that holds all values, with four to eight round ticks, within 0 … 100 and at least 10 points wide. */
export function scaleOf(values: readonly number[]): ScoreScale {
  const low = values.length > 0 ? Math.min(...values) : 0;
  const high = values.length > 0 ? Math.max(...values) : 100;
  const span = Math.max(10, high - low);
  const step = STEPS.find((one) => span / one <= 6) ?? 100;
  const from = Math.max(0, Math.min(Math.floor(low / step) * step, Math.floor((100 - span) / step) * step));
  const to = Math.max(Math.ceil(high / step) * step, from + Math.ceil(span / step) * step);
  const ticks: number[] = [];
  for (let at = from; at <= to; at += step) ticks.push(at);
  return { from, to, ticks };
}

/** Where a value stands on the scale, in percent from its left end. */
export function placeOn(scale: ScoreScale, value: number): number {
  return ((value - scale.from) / (scale.to - scale.from)) * 100;
}
