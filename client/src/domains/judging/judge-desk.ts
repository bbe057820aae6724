import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useViewer } from '#client/ui/core/viewer.ts';
import { type PaperShelf, paperShelf, recordAnnounce, recordKeep } from './judge-keep.ts';
import { isSendable, isWaiting, type SheetRecord } from './judge-record.ts';
import { RecordStore } from './judge-store.ts';
import { SheetSync, type SyncState } from './judge-sync.ts';
import { sendSheet } from './judge-transport.ts';

/** One account's place of work in this tab: what is written, what is kept to read, and the line to the server. */
export interface Desk {
  readonly account: string;
  readonly client: ApolloClient;
  readonly store: RecordStore;
  readonly sync: SheetSync;
  readonly shelf: PaperShelf;
}

const desks = new Map<string, Desk>();

/** Names this tab, the same after a reload; a duplicated tab shares it, which costs a second, harmless attempt. */
function tabName(): string {
  const key = 'xinghuo:judge-tab';
  try {
    const name = sessionStorage.getItem(key) ?? crypto.randomUUID();
    sessionStorage.setItem(key, name);
    return name;
  } catch {
    // Storage is switched off: the name lives as long as the page.
    return crypto.randomUUID();
  }
}

/** The desk lives as long as the page: what waits is sent from any of its screens. */
function deskOf(account: string, client: ApolloClient): Desk {
  const held = desks.get(account);
  if (held && held.client === client) return held;
  const store = new RecordStore(recordKeep(account), recordAnnounce(account));
  const sync = new SheetSync({
    store,
    send: (sheetId, sending) => sendSheet(client, account, sheetId, sending),
    tab: tabName(),
    now: () => Date.now(),
    newKey: () => crypto.randomUUID(),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  const desk: Desk = { account, client, store, sync, shelf: paperShelf(account) };
  desks.set(account, desk);
  window.addEventListener('online', () => void sync.flush());
  document.addEventListener('visibilitychange', () => void sync.flush());
  window.addEventListener('beforeunload', (event) => {
    // What is on disk goes out at the next visit; only where nothing is kept must one stay.
    if (!store.isKept() && [...store.all().values()].some(isWaiting)) event.preventDefault();
  });
  // What an earlier visit left is sent as soon as it has been read.
  void store.ready.then(() => sync.flush());
  return desk;
}

/** The desk of the signed-in judge. */
export function useDesk(): Desk {
  const client = useApolloClient();
  const account = useViewer()?.id ?? 'anonymous';
  return useMemo(() => deskOf(account, client), [account, client]);
}

/** All records on the desk; drawn again when one changes. */
export function useRecords(desk: Desk): ReadonlyMap<string, SheetRecord> {
  return useSyncExternalStore(
    (listener) => desk.store.subscribe(listener),
    () => desk.store.all(),
  );
}

/** The record once nothing of it is under way any more, or as it is after so many milliseconds. */
export function answered(desk: Desk, sheetId: string, longest: number): Promise<SheetRecord | undefined> {
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      stop();
      resolve(desk.store.get(sheetId));
    };
    const look = (): void => {
      const record = desk.store.get(sheetId);
      if (!record || !isSendable(record)) settle();
    };
    const timer = setTimeout(settle, longest);
    const stop = desk.store.subscribe(look);
    look();
  });
}

/** How the line is. */
export function useSyncState(desk: Desk): SyncState {
  return useSyncExternalStore(
    (listener) => desk.sync.subscribe(listener),
    () => desk.sync.state(),
  );
}

/** Whether changes are stored in this browser. */
export function useIsKept(desk: Desk): boolean {
  return useSyncExternalStore(
    (listener) => desk.store.subscribe(listener),
    () => desk.store.isKept(),
  );
}

/** A second clock of the time spent at a sheet is asked so often, in milliseconds. */
const BEAT = 5000;
/** Without a key, a touch or a scroll for so long, nobody is reading any more. */
const AWAY = 120_000;

/** Counts the time during which the judge is at the sheet: the page is seen and something was moved lately. */
export function useTimeSpent(desk: Desk, sheetId: string, counting: boolean): void {
  useEffect(() => {
    if (!counting) return;
    let since = Date.now();
    let active = since;
    const stir = (): void => {
      active = Date.now();
    };
    const report = (): void => {
      const now = Date.now();
      const seconds = Math.round((now - since) / 1000);
      const present = document.visibilityState === 'visible' && now - active < AWAY;
      since = now;
      if (present && seconds > 0) void desk.store.dispatch(sheetId, { kind: 'spent', seconds });
    };
    const beat = setInterval(report, BEAT);
    const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
    for (const sign of signs) window.addEventListener(sign, stir, { passive: true });
    return () => {
      clearInterval(beat);
      for (const sign of signs) window.removeEventListener(sign, stir);
      report();
    };
  }, [desk, sheetId, counting]);
}
