import { f64, i32, item } from '../numeric.ts';
import { normal, random } from '../random.ts';
import { checkpoint, type WorkHooks } from '../work-hooks.ts';
import type { FittedModel } from './fit.ts';
import { Plausible } from './plausible.ts';

/** A number of awards: within one category, within every category (`category` absent), or overall. */
export interface QuotaLine {
  readonly id: string;
  readonly scope: 'CATEGORY' | 'OVERALL';
  readonly category?: string;
  readonly quota: number;
}

export interface StandingOptions {
  /** Joint draws; more are smoother. Default 1,000, and 400 for more than 1,500 entries. */
  readonly draws?: number;
  readonly seed?: number;
  /** Share of draws an interval holds; default 0.95. */
  readonly confidence?: number;
  readonly lines?: readonly QuotaLine[];
}

/** How sure an entry’s place is. */
export interface Standing {
  readonly id: string;
  readonly category: string;
  /** Expected mark by an average judge. */
  readonly level: number;
  /** Places that hold the given share of the draws, lowest first. */
  readonly categoryInterval: readonly [number, number];
  readonly overallInterval: readonly [number, number];
  /** Probability of being among the best `quota`, by line id; absent where the line is another category’s. */
  readonly aboveLine: Readonly<Record<string, number>>;
}

/** How many of the ascending values lie below x. */
function countBelow(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (f64(sorted, middle) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Best and worst place of every member in one draw; equal levels share a span of places. */
export function placeGroup(
  levels: Float64Array,
  members: Int32Array,
  best: Uint16Array,
  worst: Uint16Array,
): void {
  const sorted = new Float64Array(members.length);
  for (let k = 0; k < members.length; k++) sorted[k] = f64(levels, i32(members, k));
  sorted.sort();
  for (let k = 0; k < members.length; k++) {
    const e = i32(members, k);
    const level = f64(levels, e);
    const below = countBelow(sorted, level);
    let upTo = below + 1;
    while (upTo < sorted.length && sorted[upTo] === level) upTo++;
    best[e] = members.length - upTo + 1;
    worst[e] = members.length - below;
  }
}

/** Places of all draws, so that quantiles can be read per entry. */
export class Places {
  readonly #n: number;
  readonly #best: Uint16Array;
  readonly #worst: Uint16Array;

  constructor(n: number, draws: number) {
    this.#n = n;
    this.#best = new Uint16Array(n * draws);
    this.#worst = new Uint16Array(n * draws);
  }

  row(draw: number): { best: Uint16Array; worst: Uint16Array } {
    const from = draw * this.#n;
    return {
      best: this.#best.subarray(from, from + this.#n),
      worst: this.#worst.subarray(from, from + this.#n),
    };
  }

  interval(entry: number, draws: number, confidence: number): [number, number] {
    const best = new Uint16Array(draws);
    const worst = new Uint16Array(draws);
    for (let d = 0; d < draws; d++) {
      best[d] = this.#best[d * this.#n + entry] ?? 0;
      worst[d] = this.#worst[d * this.#n + entry] ?? 0;
    }
    best.sort();
    worst.sort();
    const skip = Math.floor(((1 - confidence) / 2) * draws);
    return [best[skip] ?? 1, worst[draws - 1 - skip] ?? this.#n];
  }
}

/**
 * Intervals of places and probabilities of being above each line, by seeded draws from the joint distribution of all
 * entries’ levels given the marks, the variance components drawn with them. Absolute levels get no interval: they do
 * not cover, and nobody needs them.
 */
export function standingsOf(
  model: FittedModel,
  options: StandingOptions = {},
  hooks: WorkHooks = {},
): Standing[] {
  const { fit, predictions } = model;
  const plausible = new Plausible(model);
  const n = fit.entries.length;
  const draws = options.draws ?? (n > 1500 ? 400 : 1000);
  const confidence = options.confidence ?? 0.95;
  if (n > 65535) throw new RangeError('At most 65,535 entries can be ranked by draws.');
  const uniform = random(options.seed ?? 1);
  const gauss = normal(uniform);
  const all = Int32Array.from(fit.entries, (_, k) => k);
  const groups = [...Map.groupBy(all, (k) => item(fit.entries, k).category).values()].map((g) =>
    Int32Array.from(g),
  );
  const overall = new Places(n, draws);
  const inCategory = groups.length > 1 ? new Places(n, draws) : overall;
  const lines = options.lines ?? [];
  const above = lines.map(() => new Float64Array(n));
  const levels = new Float64Array(n);
  for (let d = 0; d < draws; d++) {
    if (d % 50 === 0) checkpoint(hooks, d / draws, 'places');
    plausible.drawEntryLevels(uniform, gauss, levels);
    const whole = overall.row(d);
    placeGroup(levels, all, whole.best, whole.worst);
    const part = inCategory.row(d);
    if (groups.length > 1) for (const members of groups) placeGroup(levels, members, part.best, part.worst);
    for (const [l, line] of lines.entries()) {
      const { best, worst } = line.scope === 'OVERALL' ? whole : part;
      const count = item(above, l);
      for (let k = 0; k < n; k++) {
        // Entries sharing a span of places that the line cuts get the awards left in it at random.
        const b = best[k] ?? 0;
        const w = worst[k] ?? 0;
        const share = (line.quota - b + 1) / (w - b + 1);
        count[k] = f64(count, k) + Math.min(1, Math.max(0, share));
      }
    }
  }
  return fit.entries.map((e, k) => {
    const overallInterval = overall.interval(k, draws, confidence);
    return {
      id: e.id,
      category: e.category,
      level: predictions.entryLevel(k),
      categoryInterval: inCategory === overall ? overallInterval : inCategory.interval(k, draws, confidence),
      overallInterval,
      aboveLine: Object.fromEntries(
        lines
          .map((line, l) => [line, f64(item(above, l), k) / draws] as const)
          .filter(
            ([line]) =>
              line.scope === 'OVERALL' || line.category === undefined || line.category === e.category,
          )
          .map(([line, p]) => [line.id, p]),
      ),
    };
  });
}

/** The entries a line cannot separate: neither surely above nor surely below it. */
export function inseparable(standings: readonly Standing[], line: string, doubt = 0.05): Standing[] {
  return standings.filter((s) => {
    const p = s.aboveLine[line];
    return p !== undefined && p > doubt && p < 1 - doubt;
  });
}
