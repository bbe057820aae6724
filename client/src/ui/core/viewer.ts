import type { Grant } from '@xinghuo/shared/kernel/role';
import { createContext, useCallback, useContext } from 'react';
import type { Language } from './messages-type.ts';

/** What a role is limited to, by name; both null for the whole city. */
export interface NamedScope {
  readonly scopeName: string | null;
  readonly scopeNameEn: string | null;
}

/** The name of a role's limit in the reader's language. */
export function scopeIn(language: Language, { scopeName, scopeNameEn }: NamedScope): string | null {
  return language === 'en' ? (scopeNameEn ?? scopeName) : scopeName;
}

/** The signed-in account as screens know it. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly grants: readonly (Grant & NamedScope)[];
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
