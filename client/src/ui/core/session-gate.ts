/**
 * Keeps work alive when the session ends under it. A request that finds nobody signed in waits here; the
 * application shows a sign-in over the page; then the request is sent again, or given up.
 */
let waiting: ((signedIn: boolean) => void)[] = [];
let account: { readonly id: string; readonly email: string } | null = null;
const listeners = new Set<() => void>();

function notify(): void {
  for (const listener of listeners) listener();
}

function settle(signedIn: boolean): void {
  const released = waiting;
  waiting = [];
  for (const release of released) release(signedIn);
  notify();
}

export const sessionGate = {
  /** Tells the gate who works on this page; null when nobody does, and then nothing waits. */
  workAs(viewer: { id: string; email: string } | null): void {
    account = viewer;
  },
  /** Whose work is on the page. */
  account(): { readonly id: string; readonly email: string } | null {
    return account;
  },
  /** Settles once somebody signed in again (true) or declined (false). False at once on a page without an account. */
  wait(): Promise<boolean> {
    if (!account) return Promise.resolve(false);
    const settled = new Promise<boolean>((release) => {
      waiting = [...waiting, release];
    });
    notify();
    return settled;
  },
  /** The same account is signed in again: everything that waits goes on. */
  signedIn(): void {
    settle(true);
  },
  /** The person declined: what waits fails, and the page keeps what was typed. */
  giveUp(): void {
    settle(false);
  },
  /** For `useSyncExternalStore`: whether something waits. */
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isWaiting(): boolean {
    return waiting.length > 0;
  },
};
