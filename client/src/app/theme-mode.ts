import { createContext, useContext } from 'react';
import { readStored, writeStored } from '../ui/core/stored.ts';
import type { ThemeMode } from './theme.ts';

const parseMode = (value: unknown): ThemeMode | undefined =>
  value === 'light' || value === 'dark' ? value : undefined;

/** What the reader chose before, else what the system asks for. */
export function initialMode(): ThemeMode {
  return (
    readStored('theme', parseMode) ??
    (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  );
}

/** Remembers the choice for the next visit. */
export function keepMode(mode: ThemeMode): void {
  writeStored('theme', mode);
}

/** The mode in use and the switch for it. */
export const ThemeModeContext = createContext<{ mode: ThemeMode; toggle: () => void }>({
  mode: 'light',
  toggle: () => undefined,
});

/** The mode in use and the switch for it. */
export function useThemeMode(): { mode: ThemeMode; toggle: () => void } {
  return useContext(ThemeModeContext);
}
