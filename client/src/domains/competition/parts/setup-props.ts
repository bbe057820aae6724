import type { LockFacts } from '../edition-locks.ts';
import type { EditionView } from '../edition-types.ts';

/** What every section of an edition's set-up gets. */
export interface SetupProps {
  readonly edition: EditionView;
  readonly facts: LockFacts;
  /** Brings the newest version. */
  readonly reload: () => void;
}

/** Queries that a change of the set-up makes stale. */
export const REFETCH = { refetch: ['EditionPage'] } as const;
