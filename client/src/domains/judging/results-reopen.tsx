import { ROUND_LIFECYCLE } from '@xinghuo/shared/competition/competition';
import type { ReactNode } from 'react';
import { useWrite } from '#client/ui/core/use-write.ts';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { type JudgingRound, useTitleOf } from './edition-page.tsx';
import { ROUND_REOPEN } from './results-documents.ts';

/** The way back from a locked round, for a reason; where later work stands on it, the button says so. */
export function ReopenRound({ round }: { round: JudgingRound }): ReactNode {
  const titleOf = useTitleOf();
  const [reopen] = useWrite(ROUND_REOPEN, { refetch: ['JudgingEdition', 'OfficialResult'] });
  return (
    <TransitionBar
      table={ROUND_LIFECYCLE}
      choices={round.availableTransitions.flatMap(({ event, allowed, problems }) =>
        event === 'reopen' ? [{ event: 'reopen' as const, allowed, problems }] : [],
      )}
      name={titleOf(round)}
      primary="lock"
      run={(_event, reason) => reopen({ input: { roundId: round.id, reason: reason ?? '' } })}
    />
  );
}
