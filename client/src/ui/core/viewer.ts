import type { Grant } from '@xinghuo/shared/kernel/role';
import { createContext, useCallback, useContext } from 'react';

/** The signed-in account as screens know it. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly grants: readonly (Grant & { readonly scopeName: string | null })[];
  /** Names such as `entry.screen`: what the account may do somewhere; a row's own answer is its transitions. */
  readonly permissions: readonly string[];
  readonly mustChangePassword: boolean;
}

/** Filled by the application; null when nobody is signed in. */
export const ViewerContext = createContext<Viewer | null>(null);

/** The signed-in account, or null on a page that is open to everybody. */
export function useViewer(): Viewer | null {
  return useContext(ViewerContext);
}

/** Whether the account holds a permission somewhere; for showing or leaving out a whole part of a screen. */
export function useCan(): (permission: string | undefined) => boolean {
  const viewer = useViewer();
  return useCallback(
    (permission) => permission === undefined || (viewer?.permissions.includes(permission) ?? false),
    [viewer],
  );
}
