import { graphql } from '#client/__generated__/index.ts';
import { useWrite, type WriteOutcome } from '#client/ui/core/use-write.ts';

const JUDGES_INVITE = graphql(`
  mutation JudgesInvite($input: JudgeInviteInput!) {
    judgesInvite(input: $input) {
      judges {
        id
        version
        state
        invitedAt
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Sends judges their invitation, all or none. */
export function useJudgesInvite(): (ids: readonly string[]) => Promise<WriteOutcome<unknown>> {
  const [invite] = useWrite(JUDGES_INVITE);
  return (ids) => invite({ input: { ids: [...ids] } });
}
