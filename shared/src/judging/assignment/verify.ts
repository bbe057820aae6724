import { f64, i32, item } from '../numeric.ts';
import { assignmentProblems } from './pool.ts';
import type { AssignmentProblem, AssignmentProof } from './types.ts';

/** What an assignment claims, as `assign` answers it. */
export interface AssignmentClaim {
  readonly pairs: readonly (readonly [entry: string, judge: string])[];
  readonly affinity: number;
  readonly proof: AssignmentProof;
}

/** One way in which a claim is wrong. */
export interface VerificationFinding {
  readonly code:
    | 'INPUT_INVALID'
    | 'UNKNOWN_PAIR'
    | 'DUPLICATE_PAIR'
    | 'CONFLICT_ASSIGNED'
    | 'PIN_MISSING'
    | 'TOO_MANY_JUDGES'
    | 'OVER_CAPACITY'
    | 'AFFINITY_DIFFERS'
    | 'PROOF_INCOMPLETE'
    | 'LEVELS_DO_NOT_PROVE'
    | 'PRICES_DO_NOT_PROVE';
  readonly detail: string;
}

export interface AssignmentVerification {
  readonly valid: boolean;
  readonly findings: readonly VerificationFinding[];
  /** Recomputed from the pairs. */
  readonly affinity: number;
  /** Recomputed from the prices: nothing as well covered and balanced has a higher affinity. Null when it cannot be. */
  readonly dualBound: number | null;
  readonly loads: readonly number[];
  readonly missing: number;
}

/** The problem read afresh, in plain terms; nothing here is shared with the solver. */
class Reading {
  readonly problem: AssignmentProblem;
  readonly judges: number;
  readonly missingColumns: number;
  readonly loads: Int32Array;
  readonly panels: Set<number>[];
  readonly pins: Set<number>[];
  readonly barred: Set<string>;
  readonly capacity: Int32Array;
  readonly even: boolean;

  constructor(problem: AssignmentProblem) {
    this.problem = problem;
    this.judges = problem.judges.length;
    this.missingColumns = problem.entries.reduce((most, _, i) => Math.max(most, this.wanted(i)), 0);
    this.loads = new Int32Array(this.judges);
    this.panels = problem.entries.map(() => new Set<number>());
    this.pins = problem.entries.map(() => new Set<number>());
    this.barred = new Set((problem.forbidden ?? []).map((pair) => JSON.stringify(pair)));
    const entries = new Map(problem.entries.map((e, i) => [e.id, i]));
    const judges = new Map(problem.judges.map((j, i) => [j.id, i]));
    const pinned = new Int32Array(this.judges);
    for (const [e, j] of problem.pinned ?? []) {
      const judge = judges.get(j) ?? 0;
      item(this.pins, entries.get(e) ?? 0).add(judge);
      pinned[judge] = i32(pinned, judge) + 1;
    }
    this.capacity = Int32Array.from(problem.judges, (j, k) =>
      Math.max(j.capacity ?? problem.load?.max ?? problem.entries.length, i32(pinned, k)),
    );
    this.even = problem.evenLoads ?? (problem.load?.min === undefined || problem.load.max === undefined);
  }

  wanted(i: number): number {
    return this.problem.entries[i]?.judges ?? this.problem.judgesPerEntry;
  }

  /** The affinity of an allowed pair; null for a conflict, a forbidden pair or no common date. */
  affinity(i: number, j: number): number | null {
    const entry = item(this.problem.entries, i);
    const judge = item(this.problem.judges, j);
    const value = this.problem.affinity[i]?.[j] ?? null;
    if (value === null || Number.isNaN(value)) return null;
    if (this.barred.size > 0 && this.barred.has(JSON.stringify([entry.id, judge.id]))) return null;
    const pinned = item(this.pins, i).has(j);
    if (!pinned && entry.date !== undefined && judge.dates && !judge.dates.includes(entry.date)) return null;
    return value;
  }

  /** Missing judges of an entry. */
  missing(i: number): number {
    return Math.max(0, this.wanted(i) - item(this.panels, i).size);
  }

  /** Cost of a judge’s next entry: 1, 3, 5 … when loads are evened; far below while under the minimum. */
  step(j: number, load: number): number {
    if (load >= i32(this.capacity, j)) return Number.POSITIVE_INFINITY;
    const minimum = this.problem.judges[j]?.minimum ?? this.problem.load?.min ?? 0;
    return (this.even ? 2 * load + 1 : 0) - (load < minimum ? 1e7 : 0);
  }
}

function readPairs(reading: Reading, claim: AssignmentClaim, findings: VerificationFinding[]): number {
  const { problem, panels, pins, loads } = reading;
  const entries = new Map(problem.entries.map((e, i) => [e.id, i]));
  const judges = new Map(problem.judges.map((j, i) => [j.id, i]));
  let affinity = 0;
  for (const [e, j] of claim.pairs) {
    const i = entries.get(e);
    const k = judges.get(j);
    const detail = `${e} – ${j}`;
    if (i === undefined || k === undefined) {
      findings.push({ code: 'UNKNOWN_PAIR', detail });
      continue;
    }
    const panel = item(panels, i);
    if (panel.has(k)) findings.push({ code: 'DUPLICATE_PAIR', detail });
    const value = reading.affinity(i, k);
    if (value === null) findings.push({ code: 'CONFLICT_ASSIGNED', detail });
    if (panel.has(k)) continue;
    panel.add(k);
    loads[k] = i32(loads, k) + 1;
    affinity += value ?? 0;
  }
  for (const [i, pin] of pins.entries()) {
    const id = item(problem.entries, i).id;
    for (const j of pin)
      if (!item(panels, i).has(j))
        findings.push({ code: 'PIN_MISSING', detail: `${id} – ${item(problem.judges, j).id}` });
    if (item(panels, i).size > Math.max(reading.wanted(i), pin.size))
      findings.push({ code: 'TOO_MANY_JUDGES', detail: id });
  }
  for (const [j, judge] of problem.judges.entries()) {
    if (i32(loads, j) > i32(reading.capacity, j))
      findings.push({ code: 'OVER_CAPACITY', detail: `${judge.id}: ${i32(loads, j)}` });
  }
  return affinity;
}

/**
 * Complementary slackness of the levels: every judge’s last entry cost at most the level and the next at least it, and
 * no entry uses a dearer column than one it leaves. That alone proves coverage and balance optimal.
 */
function checkLevels(reading: Reading, level: Float64Array, findings: VerificationFinding[]): void {
  const { judges, loads, problem } = reading;
  const fail = (detail: string): void => {
    findings.push({ code: 'LEVELS_DO_NOT_PROVE', detail });
  };
  for (let j = 0; j < judges; j++) {
    const load = i32(loads, j);
    const above = reading.step(j, load) < f64(level, j);
    const movable = load > 0 && reading.step(j, load - 1) > f64(level, j);
    if (above || movable) fail(`judge ${item(problem.judges, j).id}`);
  }
  for (let k = 0; k < reading.missingColumns; k++)
    if (f64(level, judges + k) > 1e9 * (k + 1)) fail(`missing judge ${k + 1}`);
  for (const [i, entry] of problem.entries.entries()) {
    const panel = item(reading.panels, i);
    let dearest = Number.NEGATIVE_INFINITY;
    let cheapest = Number.POSITIVE_INFINITY;
    for (let j = 0; j < judges; j++) {
      if (item(reading.pins, i).has(j)) continue;
      if (panel.has(j)) dearest = Math.max(dearest, f64(level, j));
      else if (reading.affinity(i, j) !== null) cheapest = Math.min(cheapest, f64(level, j));
    }
    const missing = reading.missing(i);
    for (let k = 0; k < reading.missingColumns; k++) {
      const cost = f64(level, judges + k);
      if (k < missing) {
        dearest = Math.max(dearest, cost);
        // A column in use must cost exactly its level.
        if (cost !== 1e9 * (k + 1)) fail(`entry ${entry.id}: missing judge ${k + 1}`);
      } else cheapest = Math.min(cheapest, cost);
    }
    if (dearest > cheapest) fail(`entry ${entry.id}`);
  }
}

/** The dual value of the prices over all assignments that the levels leave open. */
function dualOf(reading: Reading, level: Float64Array, price: Float64Array): number {
  const { judges, problem } = reading;
  const low = new Int32Array(judges);
  const high = new Int32Array(judges);
  for (let j = 0; j < judges; j++) {
    let l = 0;
    while (reading.step(j, l) < f64(level, j)) l++;
    low[j] = l;
    while (
      l < problem.entries.length &&
      reading.step(j, l) <= f64(level, j) &&
      reading.step(j, l) < Number.POSITIVE_INFINITY
    )
      l++;
    high[j] = l;
  }
  let total = 0;
  const worth: number[] = [];
  for (let i = 0; i < problem.entries.length; i++) {
    const panel = item(reading.panels, i);
    const missing = reading.missing(i);
    let threshold = Number.NEGATIVE_INFINITY;
    for (const j of panel) if (!item(reading.pins, i).has(j)) threshold = Math.max(threshold, f64(level, j));
    for (let k = 0; k < missing; k++) threshold = Math.max(threshold, f64(level, judges + k));
    let free = reading.wanted(i);
    worth.length = 0;
    for (let j = 0; j < judges; j++) {
      const value = reading.affinity(i, j);
      if (value === null) continue;
      const pinned = item(reading.pins, i).has(j);
      if (pinned || (panel.has(j) && f64(level, j) < threshold)) {
        free--;
        total += value;
        low[j] = i32(low, j) - 1;
        high[j] = i32(high, j) - 1;
      } else if (f64(level, j) === threshold) worth.push(value - f64(price, j));
    }
    for (let k = 0; k < reading.missingColumns; k++) {
      const own = f64(level, judges + k);
      if (k < missing && own < threshold) free--;
      else if (own === threshold) worth.push(-f64(price, judges + k));
    }
    worth.sort((a, b) => b - a);
    for (let k = 0; k < free; k++) total += worth[k] ?? Number.NEGATIVE_INFINITY;
  }
  for (let j = 0; j < judges; j++) {
    const p = f64(price, j);
    total += p > 0 ? p * i32(high, j) : p * Math.max(0, i32(low, j));
  }
  // A missing column has no upper bound: a price above 0 would prove nothing.
  for (let k = 0; k < reading.missingColumns; k++)
    if (f64(price, judges + k) > 0) return Number.POSITIVE_INFINITY;
  return total;
}

/**
 * Checks an assignment and its proof without solving anything: that no rule is broken, that the levels prove coverage
 * and balance optimal, and that the prices bound the affinity of anything as well covered and balanced. `tolerance` is
 * the share of the bound the affinity may lie below it: the budget that was given to connect and mix panels.
 */
export function verifyAssignment(
  problem: AssignmentProblem,
  claim: AssignmentClaim,
  tolerance = 0,
): AssignmentVerification {
  const invalid = assignmentProblems(problem);
  if (invalid.length > 0) {
    const findings = invalid.map((p) => ({
      code: 'INPUT_INVALID' as const,
      detail: `${p.code} at ${p.path.join('.')}`,
    }));
    return { valid: false, findings, affinity: 0, dualBound: null, loads: [], missing: 0 };
  }
  const findings: VerificationFinding[] = [];
  const reading = new Reading(problem);
  const affinity = readPairs(reading, claim, findings);
  const near = 1e-9 * Math.max(1, Math.abs(affinity));
  if (!(Math.abs(affinity - claim.affinity) <= near))
    findings.push({
      code: 'AFFINITY_DIFFERS',
      detail: `${affinity} from the pairs, ${claim.affinity} claimed`,
    });
  const { proof } = claim;
  const complete =
    proof.levels.length === reading.judges &&
    proof.prices.length === reading.judges &&
    proof.missingLevels.length === reading.missingColumns &&
    proof.missingPrices.length === reading.missingColumns;
  let dualBound: number | null = null;
  if (!complete)
    findings.push({
      code: 'PROOF_INCOMPLETE',
      detail: 'levels and prices must be given for every judge and missing column',
    });
  else {
    // A level without bound travels as null in JSON.
    const level = Float64Array.from(
      [...proof.levels, ...proof.missingLevels],
      (l) => l ?? Number.POSITIVE_INFINITY,
    );
    checkLevels(reading, level, findings);
    const bound = dualOf(reading, level, Float64Array.from([...proof.prices, ...proof.missingPrices]));
    dualBound = Number.isFinite(bound) ? bound : null;
    const slack = tolerance * Math.abs(bound) + 1e-9 * Math.max(1, Math.abs(bound));
    if (!(affinity >= bound - slack && Number.isFinite(bound)))
      findings.push({ code: 'PRICES_DO_NOT_PROVE', detail: `affinity ${affinity}, bound ${bound}` });
  }
  return {
    valid: findings.length === 0,
    findings,
    affinity,
    dualBound,
    loads: [...reading.loads],
    missing: problem.entries.reduce((acc, _, i) => acc + reading.missing(i), 0),
  };
}
