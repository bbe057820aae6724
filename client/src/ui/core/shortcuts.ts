import { useEffect, useRef, useSyncExternalStore } from 'react';

/** One key and what it does. */
export interface Shortcut {
  /** `j`, `/`, `Enter`, `Ctrl+Enter`; Ctrl also means Command on a Mac. */
  readonly keys: string;
  /** What it does, in the reader's language: shown by `?`. */
  readonly label: string;
  /** How the help writes the keys, where one line stands for a row of them (`0 – 9`); null leaves the line out. */
  readonly shown?: string | null;
  /** Absent where the focused part itself answers to the keys: the help names them. */
  readonly run?: (event: KeyboardEvent) => void;
  /** Works while the cursor stands in a field, too. Combinations with Ctrl always do. */
  readonly inFields?: boolean;
}

/** The shortcuts of one part of the page, under its heading in the help. */
export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

let groups: readonly { readonly current: ShortcutGroup }[] = [];
const listeners = new Set<() => void>();

function change(next: typeof groups): void {
  groups = next;
  for (const listener of listeners) listener();
}

/** Whether a key press is the one written as `keys`. */
export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const wanted = keys.split('+');
  const key = wanted.pop() ?? '';
  const ctrl = wanted.includes('Ctrl');
  if (ctrl !== (event.ctrlKey || event.metaKey) || event.altKey) return false;
  if (wanted.includes('Shift') && !event.shiftKey) return false;
  return event.key === key || (key.length === 1 && ctrl && event.key.toLowerCase() === key.toLowerCase());
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  );
}

/** A button or link keeps its own Enter and Space; with Ctrl they belong to the page. */
function ownsKey(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    (event.key === 'Enter' || event.key === ' ') &&
    !event.ctrlKey &&
    !event.metaKey &&
    target instanceof HTMLElement &&
    target.closest('button, a[href], [role="button"], [role="menuitem"], [role="tab"]') !== null
  );
}

/** An open dialog takes the keyboard: shortcuts of the page beneath it rest, its own still work. */
function behindDialog(): boolean {
  return document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open') !== null;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const typing = inField(event.target);
  const covered = behindDialog();
  for (const { current } of [...groups].reverse()) {
    for (const shortcut of current.shortcuts) {
      if (!shortcut.run || !matchesKeys(event, shortcut.keys)) continue;
      if (typing && !shortcut.inFields && !shortcut.keys.startsWith('Ctrl+')) continue;
      if (ownsKey(event) || (covered && !shortcut.inFields)) continue;
      event.preventDefault();
      shortcut.run(event);
      return;
    }
  }
}

/** Offers keys while the component is on the page; they appear in the help that `?` opens. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const group = useRef<ShortcutGroup>({ title, shortcuts });
  useEffect(() => {
    group.current = { title, shortcuts };
  });
  useEffect(() => {
    if (groups.length === 0) window.addEventListener('keydown', onKey);
    change([...groups, group]);
    return () => {
      change(groups.filter((one) => one !== group));
      if (groups.length === 0) window.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** All keys that work now, for the help. */
export function useShortcutGroups(): readonly ShortcutGroup[] {
  const held = useSyncExternalStore(
    (notify) => {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    () => groups,
  );
  return held.map(({ current }) => current).filter(({ shortcuts }) => shortcuts.length > 0);
}
