import { useSyncExternalStore } from 'react';

/** A short sentence about what was just done; it goes away by itself. */
export interface Notice {
  readonly id: number;
  readonly kind: 'success' | 'error' | 'warning' | 'info';
  readonly text: string;
}

let notices: readonly Notice[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

/** How long a notice stays, in milliseconds; a failure stays longer, since it has to be read. */
const STAY = { success: 3000, info: 4000, warning: 6000, error: 8000 } as const;
/** Older ones make room. */
const MOST = 3;

function say(kind: Notice['kind'], text: string): void {
  last += 1;
  const notice = { id: last, kind, text };
  change([...notices.filter((one) => one.text !== text), notice].slice(-MOST));
  setTimeout(() => dismissNotice(notice.id), STAY[kind]);
}

/** Takes a notice away. */
export function dismissNotice(id: number): void {
  if (notices.some((one) => one.id === id)) change(notices.filter((one) => one.id !== id));
}

/** Tells the person what became of an action: `notice.success('已提交')`. Works anywhere, without a hook. */
export const notice = {
  success: (text: string): void => say('success', text),
  error: (text: string): void => say('error', text),
  warning: (text: string): void => say('warning', text),
  info: (text: string): void => say('info', text),
};

/** The notices on the page now. */
export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
  );
}
