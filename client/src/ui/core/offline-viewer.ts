import { readStored, writeStored } from './stored.ts';
import type { Viewer } from './viewer.ts';

/** The account that has asked, in this browser, to work without a line. */
const ALLOWED = 'offline-account';
const KEPT = 'offline-viewer';

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function asViewer(value: unknown): Viewer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, name, email, locale, grants, permissions } = value as Partial<Record<keyof Viewer, unknown>>;
  const whole =
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof email === 'string' &&
    typeof locale === 'string' &&
    Array.isArray(grants) &&
    Array.isArray(permissions);
  return whole ? { id, name, email, locale, grants, permissions, mustChangePassword: false } : undefined;
}

/** Lets this account open the program without a line in this browser; null takes it back. */
export function allowOffline(viewer: Viewer | null): void {
  writeStored(ALLOWED, viewer?.id);
  noteOfflineViewer(viewer);
}

/** Notes who is signed in, for an account that works without a line; somebody else, or nobody, takes it away. */
export function noteOfflineViewer(viewer: Viewer | null): void {
  const allowed = viewer !== null && readStored(ALLOWED, asText) === viewer.id;
  writeStored(KEPT, allowed ? viewer : undefined);
}

/** Who was signed in last and works without a line. What they see is what this browser keeps; the server decides again. */
export function offlineViewer(): Viewer | null {
  return readStored(KEPT, asViewer) ?? null;
}
