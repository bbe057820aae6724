import type { Problem } from '@xinghuo/shared/kernel/problem';
import {
  availableTransitions,
  judgeTransition,
  type TransitionTable,
} from '@xinghuo/shared/kernel/transition';
import { type ComputedField, type ComputedRow, computed } from '../read/define-read.ts';
import type { Tx } from '../write/tx.ts';

/** What a lifecycle needs to know beyond the state: the fields its rules read, and the rules. */
export interface LifecycleRules<E extends string> {
  /** Fields of the read definition that the rules look at. */
  readonly needs: readonly string[];
  readonly rules: (event: E, get: ComputedRow['get'], now: Date) => readonly Problem[];
}

/** `availableTransitions` of a stateful type: state, rights and rules in the same statement as the row. */
export function transitionsField<S extends string, E extends string>(
  table: TransitionTable<S, E>,
  rules?: LifecycleRules<E>,
): ComputedField {
  const rights = [
    ...new Set(Object.values<{ readonly right: string }>(table.events).map((event) => event.right)),
  ];
  return computed(
    ['state', ...(rules?.needs ?? [])],
    (row, context) =>
      availableTransitions(table, {
        state: row.get<S>('state'),
        may: (right) => row.may(right),
        ...(rules ? { rules: (event: E) => rules.rules(event, row.get, context.now) } : {}),
      }),
    rights,
  );
}

/**
 * Refuses a transition that is not possible now, for the same reasons that `availableTransitions` gives; otherwise
 * returns the new state. The caller loaded the row with the transition's right.
 */
export function transitionTo<S extends string, E extends string>(
  tx: Tx,
  table: TransitionTable<S, E>,
  event: E,
  state: S,
  rules: readonly Problem[] = [],
): S {
  const answer = judgeTransition(table, event, { state, may: () => true, rules: () => rules });
  if (!answer.allowed) tx.refuse(...answer.problems);
  return answer.to;
}
