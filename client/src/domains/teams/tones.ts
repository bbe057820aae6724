import type { TeamState } from '@xinghuo/shared/teams/team';
import type { Tones } from '#client/ui/detail/state-tag.tsx';

/** How a team's states are drawn. */
export const TEAM_TONES: Tones<TeamState> = {
  PENDING: 'waiting',
  ACTIVE: 'done',
  SUSPENDED: 'refused',
  ARCHIVED: 'draft',
  REJECTED: 'refused',
};
