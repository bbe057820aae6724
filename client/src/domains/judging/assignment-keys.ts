/** A place on the board: row among the entries shown, column among the judges shown. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What a key means at a place. */
export type BoardCommand =
  | { readonly kind: 'go'; readonly to: Place }
  /** Give the entry, or take it off. */
  | { readonly kind: 'toggle' }
  /** Take it off, if it is held. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'pin' };

/** Rows that Page Up and Page Down pass over. */
const PAGE = 12;

const MOVES = new Map<string, readonly [rows: number, columns: number]>([
  ['ArrowUp', [-1, 0]],
  ['ArrowDown', [1, 0]],
  ['ArrowLeft', [0, -1]],
  ['ArrowRight', [0, 1]],
  ['PageUp', [-PAGE, 0]],
  ['PageDown', [PAGE, 0]],
  ['Home', [0, Number.NEGATIVE_INFINITY]],
  ['End', [0, Number.POSITIVE_INFINITY]],
]);

const within = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));

/** The command of a key at a place on a board of so many rows and columns; null when it means nothing here. */
export function boardCommand(
  key: string,
  at: Place,
  size: { readonly rows: number; readonly columns: number },
): BoardCommand | null {
  const move = MOVES.get(key);
  if (move) {
    const to = {
      row: within(at.row + move[0], size.rows),
      column: within(at.column + move[1], size.columns),
    };
    return { kind: 'go', to };
  }
  if (key === 'Enter' || key === ' ') return { kind: 'toggle' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  return key.toLowerCase() === 'p' ? { kind: 'pin' } : null;
}

/** The place written in `data-cell` as `row:column`. */
export function placeFrom(text: string | undefined): Place | undefined {
  const found = /^(\d+):(\d+)$/.exec(text ?? '');
  return found ? { row: Number(found[1]), column: Number(found[2]) } : undefined;
}
