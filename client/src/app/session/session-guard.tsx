import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { sessionGate } from '../../ui/core/session-gate.ts';

const load = () => import('./sign-in-modal.tsx');
const SignInModal = lazy(load);

/** Fetches the dialog ahead, so that it is here when the session ends. */
export function preloadSignInModal(): void {
  // Without a line it is fetched again when it is needed.
  load().catch(() => undefined);
}

/** Shows the sign-in over the page while a request waits for one. */
export function SessionGuard(): ReactNode {
  const waiting = useSyncExternalStore(sessionGate.subscribe, sessionGate.isWaiting);
  return waiting ? (
    <Suspense fallback={null}>
      <SignInModal />
    </Suspense>
  ) : null;
}
