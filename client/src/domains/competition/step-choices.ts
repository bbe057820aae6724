import type { TransitionTable } from '@xinghuo/shared/kernel/transition';
import type { ProblemData } from '#client/ui/core/problem-text.ts';
import type { TransitionChoice } from '#client/ui/detail/transition-bar.tsx';

/** `availableTransitions` as the bar takes them: only events of the lifecycle, and only those a person takes here. */
export function choicesOf<S extends string, E extends string>(
  table: TransitionTable<S, E>,
  available: readonly {
    readonly event: string;
    readonly allowed: boolean;
    readonly problems: readonly ProblemData[];
  }[],
  only: readonly E[] = Object.keys(table.events) as E[],
): TransitionChoice<E>[] {
  return available.flatMap(({ event, allowed, problems }) => {
    const known = only.find((one) => one === event);
    return known ? [{ event: known, allowed, problems }] : [];
  });
}
