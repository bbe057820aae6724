import type { CompetitionState, RoundState } from '@xinghuo/shared/competition/competition';
import type { EntryState } from '@xinghuo/shared/competition/entry';
import type { TrainingState } from '@xinghuo/shared/competition/training';
import type { Tones } from '#client/ui/detail/state-tag.tsx';

/** The tone of each phase of an edition. */
export const COMPETITION_TONES: Tones<CompetitionState> = {
  DRAFT: 'draft',
  OPEN: 'active',
  SCREENING: 'waiting',
  REVIEW: 'active',
  DELIBERATION: 'deliberation',
  PUBLICISED: 'waiting',
  CLOSED: 'done',
};

/** The tone of each state of an entry. */
export const ENTRY_TONES: Tones<EntryState> = {
  DRAFT: 'draft',
  SUBMITTED: 'waiting',
  RETURNED: 'waiting',
  ELIGIBLE: 'done',
  INELIGIBLE: 'refused',
  IN_REVIEW: 'active',
  ADVANCED: 'done',
  ELIMINATED: 'draft',
  AWARDED: 'done',
  NOT_AWARDED: 'draft',
  WITHDRAWN: 'draft',
  DISQUALIFIED: 'refused',
};

/** The tone of each state of a round. */
export const ROUND_TONES: Tones<RoundState> = { PLANNED: 'draft', OPEN: 'active', LOCKED: 'done' };

/** The tone of each stored state of a training session. */
export const TRAINING_TONES: Tones<TrainingState> = { SCHEDULED: 'active', CANCELLED: 'refused' };
