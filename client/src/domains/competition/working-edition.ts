import type { CompetitionState } from '@xinghuo/shared/competition/competition';

/** What choosing an edition needs to know of it. */
export interface EditionOption {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly titleEn: string;
  readonly state: CompetitionState;
}

/**
 * The edition a screen shows: the one asked for, else the one chosen last, else the newest that is under way, else
 * the newest. Ids that are none of the options count as absent. `editions` are newest first.
 */
export function workingEdition<E extends Pick<EditionOption, 'id' | 'state'>>(
  editions: readonly E[],
  asked: string | null,
  kept: string | null,
): E | undefined {
  const byId = (id: string | null) => editions.find((one) => one.id === id);
  const running = editions.find(({ state }) => state !== 'DRAFT' && state !== 'CLOSED');
  return byId(asked) ?? byId(kept) ?? running ?? editions[0];
}
