import type { CompetitionState } from './competition.ts';

/** The dates of an edition itself; those of its rounds belong to the rounds. */
export type EditionDate =
  | 'entriesOpenAt'
  | 'entriesCloseAt'
  | 'screeningCloseAt'
  | 'publicityStartsAt'
  | 'publicityEndsAt';

/** In which phases each date is changed freely; later it stands, or moves by a recorded extension. */
export const DATE_PHASES: Readonly<Record<EditionDate, readonly CompetitionState[]>> = {
  entriesOpenAt: ['DRAFT'],
  entriesCloseAt: ['DRAFT'],
  screeningCloseAt: ['DRAFT', 'OPEN', 'SCREENING'],
  publicityStartsAt: ['DRAFT', 'OPEN', 'SCREENING', 'REVIEW', 'DELIBERATION'],
  publicityEndsAt: ['DRAFT', 'OPEN', 'SCREENING', 'REVIEW', 'DELIBERATION'],
};

/** In which phases rounds are added, taken away and weighed anew. */
export const ROUNDS_PHASES: readonly CompetitionState[] = ['DRAFT', 'OPEN', 'SCREENING'];

/** In which phases awards change: until the proposed ones are publicised. */
export const AWARDS_PHASES: readonly CompetitionState[] = [
  'DRAFT',
  'OPEN',
  'SCREENING',
  'REVIEW',
  'DELIBERATION',
];
