import { COMPETITION_STATES, type CompetitionState } from '@xinghuo/shared/competition/competition';
import { valuesOf } from '@xinghuo/shared/kernel/label';

/** What choosing an edition needs to know of it. */
export interface EditionOption {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly titleEn: string;
  readonly state: CompetitionState;
}

const PHASES: readonly CompetitionState[] = valuesOf(COMPETITION_STATES);

/**
 * The edition a screen shows: the one asked for, else the one chosen last, else of those under way the one furthest
 * along, because its dates come first, else the newest. Ids that are none of the options count as absent. `editions`
 * are newest first.
 */
export function workingEdition<E extends Pick<EditionOption, 'id' | 'state'>>(
  editions: readonly E[],
  asked: string | null,
  kept: string | null,
): E | undefined {
  const byId = (id: string | null) => editions.find((one) => one.id === id);
  const running = editions
    .filter(({ state }) => state !== 'DRAFT' && state !== 'CLOSED')
    .toSorted((a, b) => PHASES.indexOf(b.state) - PHASES.indexOf(a.state));
  return byId(asked) ?? byId(kept) ?? running[0] ?? editions[0];
}
