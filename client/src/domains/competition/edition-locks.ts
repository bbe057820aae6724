import {
  AWARDS_PHASES,
  DATE_PHASES,
  type EditionDate,
  ROUNDS_PHASES,
} from '@xinghuo/shared/competition/changeable';
import type { CompetitionState, RoundState } from '@xinghuo/shared/competition/competition';

/** Why a part of an edition cannot be changed now; the words are `setup.lockReason`. */
export type Lock =
  | { readonly why: 'right' | 'frozen' | 'ruleStarted' }
  | { readonly why: 'phase' | 'extend'; readonly state: CompetitionState }
  | { readonly why: 'roundStarted'; readonly roundState: RoundState };

/** What decides about the locks of an edition. */
export interface LockFacts {
  readonly state: CompetitionState;
  /** Whether the viewer runs the edition. */
  readonly manages: boolean;
  readonly rounds: readonly { readonly state: RoundState; readonly rubricFrozen: boolean }[];
}

const RIGHT: Lock = { why: 'right' };

/** A date of the edition: changed until its phase, then, while entries are taken, only by an extension. */
export function dateLock(facts: LockFacts, date: EditionDate): Lock | null {
  if (!facts.manages) return RIGHT;
  if (DATE_PHASES[date].includes(facts.state)) return null;
  const extendable = date === 'entriesCloseAt' && (facts.state === 'OPEN' || facts.state === 'SCREENING');
  return { why: extendable ? 'extend' : 'phase', state: facts.state };
}

/** A round's dates, kind and number of judges stand once it has begun. */
export function roundLock(facts: LockFacts, round: { readonly state: RoundState }): Lock | null {
  if (!facts.manages) return RIGHT;
  return round.state === 'PLANNED' ? null : { why: 'roundStarted', roundState: round.state };
}

/** Rounds are added, removed and weighed until the review, and never once a sheet is in. */
export function roundsLock(facts: LockFacts): Lock | null {
  if (!facts.manages) return RIGHT;
  if (facts.rounds.some(({ rubricFrozen }) => rubricFrozen)) return { why: 'frozen' };
  return ROUNDS_PHASES.includes(facts.state) ? null : { why: 'phase', state: facts.state };
}

/** Criteria change until the first sheet of their round is in. */
export function criteriaLock(
  facts: LockFacts,
  round: { readonly state: RoundState; readonly rubricFrozen: boolean },
): Lock | null {
  if (!facts.manages) return RIGHT;
  if (round.rubricFrozen) return { why: 'frozen' };
  return round.state === 'LOCKED' ? { why: 'roundStarted', roundState: round.state } : null;
}

/** Awards change until the proposed ones are publicised. */
export function awardsLock(facts: LockFacts): Lock | null {
  if (!facts.manages) return RIGHT;
  return AWARDS_PHASES.includes(facts.state) ? null : { why: 'phase', state: facts.state };
}

/** The official rule is chosen before any round opens. */
export function ruleLock(facts: LockFacts): Lock | null {
  if (!facts.manages) return RIGHT;
  return facts.rounds.every(({ state }) => state === 'PLANNED') ? null : { why: 'ruleStarted' };
}
