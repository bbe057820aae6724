import { DATE_PHASES, type EditionDate } from '@xinghuo/shared/competition/changeable';
import type { EditionDates } from './edition-phases.ts';

const OWN = Object.keys(DATE_PHASES) as readonly EditionDate[];

/** The edition with one date set: `entriesOpenAt`, or `rounds.0.closesAt` of a round. */
export function withDate<E extends EditionDates>(edition: E, key: string, at: string | null): E {
  const round = /^rounds\.(\d+)\.(opensAt|closesAt)$/.exec(key);
  if (!round) return { ...edition, [key]: at };
  return {
    ...edition,
    rounds: edition.rounds.map((one, i) =>
      i === Number(round[1]) ? { ...one, [round[2] ?? 'opensAt']: at } : one,
    ),
  };
}

/** What differs: the edition's own dates together, and each round whose dates changed. */
export function dateChanges(
  before: EditionDates,
  after: EditionDates,
): {
  readonly edition: Partial<Record<EditionDate, string | null>> | null;
  readonly rounds: readonly {
    readonly id: string;
    readonly opensAt: string | null;
    readonly closesAt: string | null;
  }[];
} {
  const own = OWN.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]] as const);
  return {
    edition: own.length === 0 ? null : Object.fromEntries(own),
    rounds: after.rounds
      .filter(({ opensAt, closesAt }, i) => {
        const old = before.rounds[i];
        return old?.opensAt !== opensAt || old?.closesAt !== closesAt;
      })
      .map(({ id, opensAt, closesAt }) => ({ id, opensAt, closesAt })),
  };
}
