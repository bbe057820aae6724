import type { TeamEvent } from '@xinghuo/shared/teams/team';
import { graphql } from '#client/__generated__/index.ts';
import { useWrite, type WriteOutcome } from '#client/ui/core/use-write.ts';

const TEAM_APPROVE = graphql(`
  mutation TeamApprove($input: TeamTransitionInput!) {
    teamApprove(input: $input) {
      team {
        ...TeamStep
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

const TEAM_REJECT = graphql(`
  mutation TeamReject($input: TeamTransitionInput!) {
    teamReject(input: $input) {
      team {
        ...TeamStep
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

const TEAM_SUSPEND = graphql(`
  mutation TeamSuspend($input: TeamTransitionInput!) {
    teamSuspend(input: $input) {
      team {
        ...TeamStep
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

const TEAM_RESUME = graphql(`
  mutation TeamResume($input: TeamTransitionInput!) {
    teamResume(input: $input) {
      team {
        ...TeamStep
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

const TEAM_ARCHIVE = graphql(`
  mutation TeamArchive($input: TeamTransitionInput!) {
    teamArchive(input: $input) {
      team {
        ...TeamStep
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** What a step changes of a team, so that the page shows it without being asked again; other documents name it. @public */
export const TEAM_STEP = graphql(`
  fragment TeamStep on Team {
    id
    version
    state
    stateReason
    availableTransitions {
      event
      to
      allowed
      problems {
        code
        path
        params
      }
    }
  }
`);

/** The step of an event: `run(event, { id, version, reason })`. */
export type TeamStep = (
  event: TeamEvent,
  input: { readonly id: string; readonly version: number; readonly reason?: string | undefined },
) => Promise<WriteOutcome<unknown>>;

/** Takes the steps of a team's lifecycle. */
export function useTeamStep(): TeamStep {
  const [approve] = useWrite(TEAM_APPROVE);
  const [reject] = useWrite(TEAM_REJECT);
  const [suspend] = useWrite(TEAM_SUSPEND);
  const [resume] = useWrite(TEAM_RESUME);
  const [archive] = useWrite(TEAM_ARCHIVE);
  const steps = { approve, reject, suspend, resume, archive };
  return (event, input) => steps[event]({ input });
}
