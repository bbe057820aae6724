import type { CompetitionState } from '@xinghuo/shared/competition/competition';
import type { EntryState } from '@xinghuo/shared/competition/entry';

/** The stages of an entry from a draft to its result. */
export const STAGES = ['write', 'screen', 'review', 'notice', 'result'] as const;
export type Stage = (typeof STAGES)[number];

/** One stage on the rail. `stopped`: the entry ended here. */
export interface StagePlace {
  readonly stage: Stage;
  readonly place: 'past' | 'now' | 'ahead' | 'stopped';
  /** The instant the stage happened, or will at the latest; null while it is not known. */
  readonly at: string | null;
  /** Whether `at` is when it began (`from`), when it must be done (`until`), or when it happened (`done`). */
  readonly kind: 'from' | 'until' | 'done';
}

/** What the rail needs of an entry; instants as ISO text. */
export interface StagedEntry {
  readonly state: EntryState;
  readonly submittedAt: string | null;
  readonly deadline: string | null;
  readonly updatedAt: string;
}

/** What the rail needs of its edition. */
export interface StagedEdition {
  readonly state: CompetitionState;
  readonly screeningCloseAt: string | null;
  readonly publicityStartsAt: string | null;
  readonly publicityEndsAt: string | null;
  readonly publishedAt: string | null;
  readonly rounds: readonly { readonly opensAt: string | null; readonly closesAt: string | null }[];
}

const PLACES: Readonly<Record<EntryState, Stage>> = {
  DRAFT: 'write',
  RETURNED: 'write',
  SUBMITTED: 'screen',
  ELIGIBLE: 'screen',
  INELIGIBLE: 'screen',
  IN_REVIEW: 'review',
  ADVANCED: 'review',
  ELIMINATED: 'review',
  AWARDED: 'result',
  NOT_AWARDED: 'result',
  WITHDRAWN: 'write',
  DISQUALIFIED: 'review',
};
const ENDED: ReadonlySet<EntryState> = new Set(['INELIGIBLE', 'WITHDRAWN', 'DISQUALIFIED']);

/** The stage an entry is at; one that was under review moves on with its edition. */
function stageOf(entry: StagedEntry, edition: StagedEdition): Stage {
  const own = PLACES[entry.state];
  if (entry.state === 'WITHDRAWN') return entry.submittedAt ? 'screen' : 'write';
  if (own === 'result') return edition.state === 'PUBLICISED' ? 'notice' : own;
  if (own !== 'review' || ENDED.has(entry.state)) return own;
  return edition.state === 'PUBLICISED' ? 'notice' : edition.state === 'CLOSED' ? 'result' : own;
}

/** Where an entry stands, what is behind it and what lies ahead, with the dates that are known. */
export function stagesOf(entry: StagedEntry, edition: StagedEdition): readonly StagePlace[] {
  const current = STAGES.indexOf(stageOf(entry, edition));
  const stopped = ENDED.has(entry.state);
  const over = STAGES[current] === 'result' && PLACES[entry.state] === 'result';
  return STAGES.map((stage, i): StagePlace => {
    const place = i < current ? 'past' : i > current ? 'ahead' : stopped ? 'stopped' : over ? 'past' : 'now';
    return { stage, place, ...when(stage, place, entry, edition) };
  });
}

function when(
  stage: Stage,
  place: StagePlace['place'],
  entry: StagedEntry,
  edition: StagedEdition,
): Pick<StagePlace, 'at' | 'kind'> {
  if (place === 'stopped') return { at: entry.updatedAt, kind: 'done' };
  const past = place === 'past';
  const { rounds } = edition;
  switch (stage) {
    case 'write':
      return past ? { at: entry.submittedAt, kind: 'done' } : { at: entry.deadline, kind: 'until' };
    case 'screen':
      return { at: past ? null : edition.screeningCloseAt, kind: 'until' };
    case 'review':
      return place === 'ahead'
        ? { at: rounds[0]?.opensAt ?? null, kind: 'from' }
        : { at: rounds.at(-1)?.closesAt ?? null, kind: past ? 'done' : 'until' };
    case 'notice':
      return place === 'now'
        ? { at: edition.publicityEndsAt, kind: 'until' }
        : { at: edition.publicityStartsAt, kind: past ? 'done' : 'from' };
    case 'result':
      return edition.publishedAt
        ? { at: edition.publishedAt, kind: 'done' }
        : { at: edition.publicityEndsAt, kind: 'from' };
  }
}
