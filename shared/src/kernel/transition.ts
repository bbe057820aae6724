import type { Label } from './label.ts';
import { type Problem, problem } from './problem.ts';

/** One event of a lifecycle: from which states, to which state. */
export interface Transition<S extends string> extends Label {
  readonly from: readonly S[];
  readonly to: S;
  /** The right a person needs on the row: an action of its access policy. */
  readonly right: string;
  /** A reason is asked for and recorded. */
  readonly reason?: boolean;
  /** Cannot be undone: the screen asks once, naming what will happen. */
  readonly final?: boolean;
}

/** The whole lifecycle of a stateful type: one table serves the server's refusal and the screen's buttons. */
export interface TransitionTable<S extends string, E extends string> {
  readonly states: readonly S[];
  readonly initial: S;
  readonly events: Readonly<Record<E, Transition<S>>>;
}

/** Keeps states and events as literal types. */
export function transitionTable<const S extends string, const E extends string>(
  table: TransitionTable<S, E>,
): TransitionTable<S, E> {
  return table;
}

/** What is known when a transition is judged: the row's rights for the viewer and the rules' findings. */
export interface TransitionFacts<S extends string, E extends string> {
  readonly state: S;
  /** True when the viewer holds the right on this row. */
  readonly may: (right: string) => boolean;
  /** Refusals that follow from the row itself: deadlines, missing fields, quotas. */
  readonly rules?: (event: E) => readonly Problem[];
}

/** Whether one event is possible now, and every reason why not. */
export interface TransitionAnswer<S extends string, E extends string> {
  readonly event: E;
  readonly to: S;
  readonly allowed: boolean;
  readonly problems: readonly Problem[];
}

/** `can` and `why not` in one: the same answer draws a button and refuses a request. */
export function judgeTransition<S extends string, E extends string>(
  table: TransitionTable<S, E>,
  event: E,
  facts: TransitionFacts<S, E>,
): TransitionAnswer<S, E> {
  const transition = table.events[event];
  const problems: Problem[] = [];
  if (!transition.from.includes(facts.state)) {
    problems.push(problem('STATE_NOT_ALLOWED', [], { state: facts.state, event }));
  } else {
    if (!facts.may(transition.right)) problems.push(problem('RIGHT_MISSING', [], { event }));
    problems.push(...(facts.rules?.(event) ?? []));
  }
  return { event, to: transition.to, allowed: problems.length === 0, problems };
}

/** The events that lead out of the present state and that the viewer may at least try: what a screen shows. */
export function availableTransitions<S extends string, E extends string>(
  table: TransitionTable<S, E>,
  facts: TransitionFacts<S, E>,
): readonly TransitionAnswer<S, E>[] {
  return (Object.keys(table.events) as E[])
    .filter((event) => table.events[event].from.includes(facts.state) && facts.may(table.events[event].right))
    .map((event) => judgeTransition(table, event, facts));
}
