import { useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect } from 'react';
import { sessionGate } from '../../ui/core/session-gate.ts';
import { ViewerContext } from '../../ui/core/viewer.ts';
import { ErrorState, LoadingState } from '../../ui/show/states.tsx';
import { WITHOUT_GATE } from '../apollo/session-link.ts';
import { VIEWER } from './documents.ts';

/** Asks once who is signed in and tells every screen. Nothing is drawn before the answer. */
export function ViewerProvider({ children }: { children: ReactNode }): ReactNode {
  const { data, error, refetch } = useQuery(VIEWER, { context: WITHOUT_GATE });
  const viewer = data?.viewer ?? null;
  useEffect(() => sessionGate.workAs(viewer), [viewer]);
  if (data) return <ViewerContext value={viewer}>{children}</ViewerContext>;
  return error ? (
    <ErrorState error={error} onRetry={() => void refetch().catch(() => undefined)} />
  ) : (
    <LoadingState />
  );
}
