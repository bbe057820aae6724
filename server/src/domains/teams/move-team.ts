import { problem } from '@xinghuo/shared/kernel/problem';
import { cleanText, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { TEAM_LIFECYCLE, type TeamEvent } from '@xinghuo/shared/teams/team';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import { type UseCase, useCase } from '../../platform/write/use-case.ts';
import { teamAccess } from './team.access.ts';
import { Team } from './team.entity.ts';

interface Input {
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

/** One step of a team's lifecycle. */
function step(name: string, event: TeamEvent): UseCase<Input, { team: string }> {
  const asks = 'reason' in TEAM_LIFECYCLE.events[event];
  return useCase(name, async (tx, input) => {
    const team = await tx.get(Team, teamAccess, input.id, { right: 'manage', version: input.version });
    const reason = cleanText(input.reason);
    if (asks && reason === null) tx.note(problem('REASON_REQUIRED', 'reason'));
    tx.note(textProblem('reason', reason, { max: 500 }));
    tx.settle();
    team.state = transitionTo(tx, TEAM_LIFECYCLE, event, team.state);
    team.stateReason = asks ? reason : null;
    tx.reason = reason;
    return { team: team.id };
  });
}

export const approveTeam = step('teamApprove', 'approve');
export const rejectTeam = step('teamReject', 'reject');
export const suspendTeam = step('teamSuspend', 'suspend');
export const resumeTeam = step('teamResume', 'resume');
export const archiveTeam = step('teamArchive', 'archive');
