import { COMPETITION_LIFECYCLE, type CompetitionState } from '@xinghuo/shared/competition/competition';

/** One stretch on the rail of dates. */
export interface PublicDate {
  readonly key: string;
  readonly kind: 'entries' | 'screening' | 'round' | 'notice' | 'result';
  /** The round, for stretches that are one. */
  readonly round: number | null;
  readonly place: 'past' | 'now' | 'ahead';
  readonly from: string | null;
  readonly to: string | null;
}

/** The dates of an edition that entrants and readers ask for; instants as ISO text. */
export interface PublicEditionDates {
  readonly state: CompetitionState;
  readonly entriesOpenAt: string | null;
  readonly entriesDeadline: string | null;
  readonly screeningCloseAt: string | null;
  readonly publicityStartsAt: string | null;
  readonly publicityEndsAt: string | null;
  readonly publishedAt: string | null;
  readonly currentRound: { readonly id: string } | null;
  readonly rounds: readonly {
    readonly id: string;
    readonly opensAt: string | null;
    readonly closesAt: string | null;
  }[];
}

/** The stretches of an edition in order, the present one marked by its phase, not by the clock. */
export function publicDates(edition: PublicEditionDates): readonly PublicDate[] {
  const phases: readonly CompetitionState[] = COMPETITION_LIFECYCLE.states;
  const now = phases.indexOf(edition.state);
  const placed = (phase: CompetitionState): PublicDate['place'] => {
    const at = phases.indexOf(phase);
    return at < now ? 'past' : at === now ? 'now' : 'ahead';
  };
  const current = edition.rounds.findIndex(({ id }) => id === edition.currentRound?.id);
  const ofRound = (i: number): PublicDate['place'] => {
    const review = placed('REVIEW');
    if (review !== 'now') return review;
    return i < current ? 'past' : i === current ? 'now' : 'ahead';
  };
  const plain = (
    kind: PublicDate['kind'],
    place: PublicDate['place'],
    from: string | null,
    to: string | null,
  ): PublicDate => ({ key: kind, kind, round: null, place, from, to });
  return [
    plain('entries', placed('OPEN'), edition.entriesOpenAt, edition.entriesDeadline),
    plain('screening', placed('SCREENING'), null, edition.screeningCloseAt),
    ...edition.rounds.map(
      ({ id, opensAt, closesAt }, i): PublicDate => ({
        key: id,
        kind: 'round',
        round: i,
        place: ofRound(i),
        from: opensAt,
        to: closesAt,
      }),
    ),
    plain('notice', placed('PUBLICISED'), edition.publicityStartsAt, edition.publicityEndsAt),
    plain(
      'result',
      edition.state === 'CLOSED' ? 'past' : 'ahead',
      edition.publishedAt ?? edition.publicityEndsAt,
      null,
    ),
  ];
}
