/** What choosing a round needs to know of it. */
export interface RoundOption {
  readonly id: string;
  readonly position: number;
  readonly state: 'PLANNED' | 'OPEN' | 'LOCKED';
}

/**
 * The round a screen shows: the one asked for, else the one under way, else the last that has begun, else the first.
 * An id that is none of the edition's counts as absent. `rounds` are in their order.
 */
export function chosenRound<R extends RoundOption>(
  rounds: readonly R[],
  asked: string | null,
): R | undefined {
  return (
    rounds.find(({ id }) => id === asked) ??
    rounds.find(({ state }) => state === 'OPEN') ??
    rounds.findLast(({ state }) => state === 'LOCKED') ??
    rounds[0]
  );
}
