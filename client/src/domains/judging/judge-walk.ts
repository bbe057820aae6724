import type { SheetState } from '@xinghuo/shared/judging/domain/score-sheet';

/** What decides about the order of work. */
export interface WalkedSheet {
  readonly id: string;
  readonly state: SheetState;
  /** Submitted here, and on its way to the server. */
  readonly leaving?: boolean;
}

/** Whether a sheet still waits for the judge. */
export function isUnscored({ state, leaving }: WalkedSheet): boolean {
  return (state === 'ASSIGNED' || state === 'DRAFT') && leaving !== true;
}

/**
 * The next sheet to score after `current`: onwards in the queue's order, then from its start; those that were skipped
 * come last, in the order of skipping. Without `current` a sheet already begun comes first. Null when all are scored.
 */
export function nextUnscored(
  sheets: readonly WalkedSheet[],
  current: string | null,
  skipped: readonly string[],
): string | null {
  const place = sheets.findIndex(({ id }) => id === current);
  const round = [...sheets.slice(place + 1), ...sheets.slice(0, place + 1)].filter(
    (sheet) => isUnscored(sheet) && sheet.id !== current,
  );
  const fresh = round.filter(({ id }) => !skipped.includes(id));
  const begun = current === null ? fresh.find(({ state }) => state === 'DRAFT') : undefined;
  const later = skipped.find((id) => round.some((sheet) => sheet.id === id));
  return begun?.id ?? fresh[0]?.id ?? later ?? null;
}

/** The sheets before and after one, in the queue's order; null at its ends. */
export function neighbours(
  sheets: readonly WalkedSheet[],
  current: string,
): { readonly previous: string | null; readonly next: string | null; readonly place: number } {
  const place = sheets.findIndex(({ id }) => id === current);
  return {
    previous: place > 0 ? (sheets[place - 1]?.id ?? null) : null,
    next: place >= 0 ? (sheets[place + 1]?.id ?? null) : null,
    place: place + 1,
  };
}

/** The skipped ones after skipping one more: it goes to the end. */
export function skip(skipped: readonly string[], id: string): readonly string[] {
  return [...skipped.filter((one) => one !== id), id];
}
