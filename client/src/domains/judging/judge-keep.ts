import { createStore, del, get, getMany, keys, set, type UseStore, update } from 'idb-keyval';
import type { SheetRecord } from './judge-record.ts';
import type { Announce, Keep } from './judge-store.ts';

/** Bumped when the stored form changes; what an older program stored is then asked from the server again. */
const PAPERS_FORMAT = 1;

/** What the judge wrote: one row a sheet, under `<account>:<sheet>`. */
const records = (): UseStore => createStore('xinghuo-judge-records', 'records');
/** Copies of what the server has, for reading without a line. */
const papers = (): UseStore => createStore('xinghuo-judge-papers', 'papers');

function isRecord(value: unknown): value is SheetRecord {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 1;
}

/** Opens a database on first use, and again after a failure. */
function lazily(open: () => UseStore): () => UseStore {
  let opened: UseStore | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}

/** The account's records on this browser's disk. */
export function recordKeep(account: string): Keep {
  const store = lazily(records);
  const prefix = `${account}:`;
  return {
    load: async () => {
      const own = (await keys(store())).filter((key) => String(key).startsWith(prefix));
      const found: unknown[] = await getMany(own, store());
      return found.filter(isRecord);
    },
    read: async (id) => {
      const found: unknown = await get(prefix + id, store());
      return isRecord(found) ? found : undefined;
    },
    update: async (id, change) => {
      let after: SheetRecord | undefined;
      // One transaction: a second tab cannot write between reading and writing.
      await update<unknown>(
        prefix + id,
        (before) => {
          after = change(isRecord(before) ? before : undefined);
          return after;
        },
        store(),
      );
      if (!after) throw new Error('the update was not run');
      return after;
    },
  };
}

/** Tells other tabs of the same account which record changed. */
export function recordAnnounce(account: string): Announce {
  const channel = new BroadcastChannel(`xinghuo-judge:${account}`);
  return {
    tell: (id) => channel.postMessage(id),
    listen: (heard) => {
      const hear = (event: MessageEvent<unknown>): void => {
        if (typeof event.data === 'string') heard(event.data);
      };
      channel.addEventListener('message', hear);
      return () => channel.close();
    },
  };
}

/** Copies of sheets and files of one account. Everything here can be fetched again; failures mean "not kept". */
export interface PaperShelf {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<boolean>;
  keys(): Promise<readonly string[]>;
  clear(): Promise<void>;
}

/** The shelf of an account; what other accounts left on this machine is taken away. */
export function paperShelf(account: string): PaperShelf {
  const store = lazily(papers);
  const prefix = `${account}:`;
  const allKeys = async (): Promise<string[]> => (await keys(store())).map(String);
  const remove = async (gone: readonly string[]): Promise<void> => {
    for (const key of gone) await del(key, store());
  };
  const swept = allKeys()
    .then((all) => remove(all.filter((key) => !key.startsWith(prefix))))
    // No storage, nothing to sweep.
    .catch(() => undefined);
  return {
    read: async (key) => {
      try {
        const found: unknown = await get(prefix + key, store());
        const shelved = typeof found === 'object' && found !== null && 'format' in found && 'value' in found;
        return shelved && found.format === PAPERS_FORMAT ? found.value : undefined;
      } catch {
        return undefined;
      }
    },
    write: async (key, value) => {
      try {
        await swept;
        await set(prefix + key, { format: PAPERS_FORMAT, value }, store());
        return true;
      } catch {
        return false;
      }
    },
    keys: async () => {
      try {
        return (await allKeys())
          .filter((key) => key.startsWith(prefix))
          .map((key) => key.slice(prefix.length));
      } catch {
        return [];
      }
    },
    clear: async () => remove((await allKeys()).filter((key) => key.startsWith(prefix))),
  };
}
