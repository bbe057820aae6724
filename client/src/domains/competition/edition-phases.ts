import { COMPETITION_LIFECYCLE, type CompetitionState } from '@xinghuo/shared/competition/competition';

/** The dates of an edition; instants as ISO text, null while they are not set. */
export interface EditionDates {
  readonly entriesOpenAt: string | null;
  readonly entriesCloseAt: string | null;
  readonly screeningCloseAt: string | null;
  readonly publicityStartsAt: string | null;
  readonly publicityEndsAt: string | null;
  readonly rounds: readonly {
    readonly id: string;
    readonly opensAt: string | null;
    readonly closesAt: string | null;
  }[];
}

/** One phase on the rail: where it stands and between which instants it lies. */
export interface EditionPhase {
  readonly state: CompetitionState;
  readonly place: 'past' | 'now' | 'ahead';
  readonly from: string | null;
  readonly to: string | null;
}

/** The phases of an edition in their order, each with the dates that bound it. */
export function phasesOf(
  edition: EditionDates & { readonly state: CompetitionState; readonly publishedAt: string | null },
): readonly EditionPhase[] {
  const states: readonly CompetitionState[] = COMPETITION_LIFECYCLE.states;
  const now = states.indexOf(edition.state);
  const { rounds } = edition;
  const bounds: Readonly<Record<CompetitionState, readonly [string | null, string | null]>> = {
    DRAFT: [edition.entriesOpenAt, null],
    OPEN: [edition.entriesOpenAt, edition.entriesCloseAt],
    SCREENING: [edition.entriesCloseAt, edition.screeningCloseAt],
    REVIEW: [rounds[0]?.opensAt ?? null, rounds.at(-1)?.closesAt ?? null],
    DELIBERATION: [null, null],
    PUBLICISED: [edition.publicityStartsAt, edition.publicityEndsAt],
    CLOSED: [edition.publishedAt, null],
  };
  return states.map((state, i) => ({
    state,
    place: i < now ? 'past' : i === now ? 'now' : 'ahead',
    from: bounds[state][0],
    to: bounds[state][1],
  }));
}

/** One date on the timeline. Its key is the field's: `rounds.0.opensAt` for a round's. */
export interface DatePoint {
  readonly key: string;
  readonly at: string | null;
  /** The date before which this one lies although it must not; null when the order is right. */
  readonly behind: string | null;
}

/** All dates of an edition in the order they must have, each with the nearest earlier one that it contradicts. */
export function datePoints(edition: EditionDates): readonly DatePoint[] {
  const listed: readonly (readonly [string, string | null])[] = [
    ['entriesOpenAt', edition.entriesOpenAt],
    ['entriesCloseAt', edition.entriesCloseAt],
    ['screeningCloseAt', edition.screeningCloseAt],
    ...edition.rounds.flatMap(({ opensAt, closesAt }, i) => [
      [`rounds.${i}.opensAt`, opensAt] as const,
      [`rounds.${i}.closesAt`, closesAt] as const,
    ]),
    ['publicityStartsAt', edition.publicityStartsAt],
    ['publicityEndsAt', edition.publicityEndsAt],
  ];
  return listed.map(([key, at], i) => ({
    key,
    at,
    behind:
      at === null
        ? null
        : (listed
            .slice(0, i)
            .reverse()
            .find(([, earlier]) => earlier !== null && Date.parse(earlier) > Date.parse(at))?.[0] ?? null),
  }));
}
