import { useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect, useState } from 'react';
import { noteOfflineViewer, offlineViewer } from '../../ui/core/offline-viewer.ts';
import { errorKind } from '../../ui/core/problem-text.ts';
import { sessionGate } from '../../ui/core/session-gate.ts';
import { type Viewer, ViewerContext } from '../../ui/core/viewer.ts';
import { ErrorState, LoadingState } from '../../ui/show/states.tsx';
import { WITHOUT_GATE } from '../apollo/session-link.ts';
import { VIEWER } from './documents.ts';

/** Asks once who is signed in and tells every screen. Nothing is drawn before the answer. */
export function ViewerProvider({ children }: { children: ReactNode }): ReactNode {
  const { data, error, refetch } = useQuery(VIEWER, { context: WITHOUT_GATE });
  const lineDown = !data && error !== undefined && errorKind(error) === 'network';
  const [kept, keep] = useState<Viewer | null>(null);
  // Taken once and held while the line is tried again: the page under the judge's hands must not go away.
  useEffect(() => {
    if (lineDown) keep(offlineViewer());
  }, [lineDown]);
  const viewer = data ? data.viewer : kept;
  useEffect(() => sessionGate.workAs(viewer), [viewer]);
  useEffect(() => {
    if (data) noteOfflineViewer(data.viewer);
  }, [data]);
  useEffect(() => {
    if (!kept) return;
    const ask = (): void => void refetch().catch(() => undefined);
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [kept, refetch]);
  if (data || kept) return <ViewerContext value={viewer}>{children}</ViewerContext>;
  return error ? (
    <ErrorState error={error} onRetry={() => void refetch().catch(() => undefined)} />
  ) : (
    <LoadingState />
  );
}
