import type { Rating, SeverityFit } from './types.ts';

/** How far a panel’s marks can be trusted to order entries. */
export interface PanelReliability {
  /** Judges per entry the coefficients are for: the harmonic mean of what the entries got. */
  readonly judgesPerEntry: number;
  /** Generalisability of an entry’s mean where every entry has the same judges, or severity is adjusted: σe² / (σe² + σr² / n). */
  readonly relative: number | null;
  /** The same where judges differ between entries and nothing is adjusted: σe² / (σe² + (σj² + σr²) / n). */
  readonly absolute: number | null;
  /** Intraclass correlation of single marks, agreement: σe² / (σe² + σj² + σr²). ICC(2,1). */
  readonly agreement: number | null;
  /** Intraclass correlation of single marks, consistency: σe² / (σe² + σr²). ICC(3,1). */
  readonly consistency: number | null;
  /** Judges per entry that reach `target` without adjustment; null where no number does. */
  readonly judgesNeeded: number | null;
  readonly judgesNeededAdjusted: number | null;
  readonly target: number;
}

/**
 * Reliability from the variance components. Null where all marks are equal.
 * Sources: Brennan, Generalizability Theory (2001), ch. 3; Shrout & Fleiss, Psychological Bulletin 86 (1979).
 */
export function reliabilityOf(fit: SeverityFit, target = 0.8): PanelReliability {
  const { entry, judge, residual } = fit.standardDeviation;
  const [e, j, r] = [entry ** 2, judge ** 2, residual ** 2];
  const n = fit.entries.length / fit.entries.reduce((acc, x) => acc + 1 / x.n, 0);
  const share = (error: number): number | null => (e + error > 0 ? e / (e + error) : null);
  const needed = (error: number): number | null => {
    if (e === 0) return null;
    // The small subtraction keeps an exact whole number from being rounded up by the last bit.
    return Math.max(1, Math.ceil(((target / (1 - target)) * error) / e - 1e-9));
  };
  return {
    judgesPerEntry: n,
    relative: share(r / n),
    absolute: share((j + r) / n),
    agreement: share(j + r),
    consistency: share(r),
    judgesNeeded: needed(j + r),
    judgesNeededAdjusted: needed(r),
    target,
  };
}

/**
 * Kendall’s coefficient of concordance W with the correction for ties, over judges who all marked the same entries
 * once; null when the panel is not complete, or has fewer than two judges or entries, or every judge is flat.
 * Source: Kendall & Babington Smith, Annals of Mathematical Statistics 10 (1939).
 */
export function kendallW(ratings: readonly Rating[]): number | null {
  const byJudge = Map.groupBy(ratings, (r) => r.judge);
  const entries = [...new Set(ratings.map((r) => r.entry))];
  const m = byJudge.size;
  const n = entries.length;
  if (m < 2 || n < 2) return null;
  const rankSums = new Map(entries.map((e) => [e, 0]));
  let ties = 0;
  for (const list of byJudge.values()) {
    if (list.length !== n || new Set(list.map((r) => r.entry)).size !== n) return null;
    const sorted = [...list].sort((a, b) => a.score - b.score);
    let start = 0;
    while (start < n) {
      let end = start + 1;
      while (end < n && sorted[end]?.score === sorted[start]?.score) end++;
      for (const r of sorted.slice(start, end))
        rankSums.set(r.entry, (rankSums.get(r.entry) ?? 0) + (start + 1 + end) / 2);
      ties += (end - start) ** 3 - (end - start);
      start = end;
    }
  }
  const mean = (m * (n + 1)) / 2;
  const spread = [...rankSums.values()].reduce((acc, s) => acc + (s - mean) ** 2, 0);
  const most = m * m * (n ** 3 - n) - m * ties;
  return most > 0 ? (12 * spread) / most : null;
}
