import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import { COMPUTATIONS } from './computation-documents.ts';

/** What is looked for among the computations of an edition. */
interface Wanted {
  readonly competitionId: string;
  readonly kind: 'RESULT' | 'PLAN';
  readonly roundId: string | null;
}

/**
 * The computation of this kind that goes on for a round or an edition, if any: the one begun here, or the one somebody
 * began before this page was opened. It is kept when it ends, so that a failure can be read; `forget` lets go of it.
 */
export function useRunningComputation({ competitionId, kind, roundId }: Wanted): {
  readonly id: string | undefined;
  readonly begin: (id: string) => void;
  readonly forget: () => void;
} {
  const [held, setHeld] = useState<string>();
  const { data, refetch } = useQuery(COMPUTATIONS, {
    variables: { competitionId },
    fetchPolicy: 'cache-and-network',
  });
  const running = data?.computations.find(
    (one) =>
      one.kind === kind &&
      (one.round?.id ?? null) === roundId &&
      (one.state === 'QUEUED' || one.state === 'RUNNING'),
  )?.id;
  useEffect(() => {
    if (running) setHeld((before) => before ?? running);
  }, [running]);
  return useMemo(
    () => ({
      id: held,
      begin: setHeld,
      forget: () => {
        void refetch().finally(() => setHeld(undefined));
      },
    }),
    [held, refetch],
  );
}
