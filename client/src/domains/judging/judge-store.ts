import type { ServerSheet } from './judge-merge.ts';
import { newRecord, reduceRecord, type SheetEvent, type SheetRecord } from './judge-record.ts';

/** Where records outlive the tab. `update` must be atomic between tabs. */
export interface Keep {
  load(): Promise<readonly SheetRecord[]>;
  read(id: string): Promise<SheetRecord | undefined>;
  /** Answers what it stored. */
  update(id: string, change: (before: SheetRecord | undefined) => SheetRecord): Promise<SheetRecord>;
}

/** Tells the other tabs of the same account that a record changed. */
export interface Announce {
  tell(id: string): void;
  listen(heard: (id: string) => void): () => void;
}

/**
 * The records of one account. A change is seen at once and stored in the same breath; what other tabs store is read
 * again when they say so. Where the browser keeps nothing, records live as long as the page and `isKept` is false.
 */
export class RecordStore {
  #records: ReadonlyMap<string, SheetRecord> = new Map();
  readonly #underWay = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #keep: Keep;
  readonly #announce: Announce;
  readonly #deaf: () => void;
  #kept = true;
  /** Settles when what earlier tabs left has been read. */
  readonly ready: Promise<void>;

  constructor(keep: Keep, announce: Announce) {
    this.#keep = keep;
    this.#announce = announce;
    this.#deaf = announce.listen((id) => void this.#reread(id));
    this.ready = this.#load();
  }

  async #load(): Promise<void> {
    try {
      for (const record of await this.#keep.load()) {
        if (!this.#records.has(record.sheetId)) this.#put(record);
      }
    } catch {
      // Private windows and full disks: the page works on, and says that nothing is kept.
      this.#kept = false;
    }
    this.#notify();
  }

  /** All records, in no order; the same map until one of them changes. */
  all(): ReadonlyMap<string, SheetRecord> {
    return this.#records;
  }

  get(id: string): SheetRecord | undefined {
    return this.#records.get(id);
  }

  /** Whether changes are stored in the browser. */
  isKept(): boolean {
    return this.#kept;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a sheet as the server has it now: a new record, or the newer ground under what waits. */
  async open(id: string, server: ServerSheet): Promise<void> {
    await this.ready;
    const apply = (before: SheetRecord | undefined): SheetRecord =>
      before ? reduceRecord(before, { kind: 'loaded', server }) : newRecord(id, server);
    await this.#change(id, apply);
  }

  /** Applies an event and answers the record as stored; undefined when the sheet was never opened here. */
  async dispatch(id: string, event: SheetEvent): Promise<SheetRecord | undefined> {
    if (!this.#records.has(id)) await this.ready;
    const held = this.#records.get(id);
    if (!held) return undefined;
    return this.#change(id, (before) => reduceRecord(before ?? held, event));
  }

  async #change(id: string, apply: (before: SheetRecord | undefined) => SheetRecord): Promise<SheetRecord> {
    const seen = apply(this.#records.get(id));
    this.#put(seen);
    this.#notify();
    this.#underWay.set(id, (this.#underWay.get(id) ?? 0) + 1);
    let stored: SheetRecord = seen;
    try {
      stored = await this.#keep.update(id, apply);
      this.#announce.tell(id);
    } catch {
      this.#kept = false;
      stored = this.#records.get(id) ?? seen;
    }
    const left = (this.#underWay.get(id) ?? 1) - 1;
    this.#underWay.set(id, left);
    // Another tab's changes may have come between; while own ones are under way, the last of them tells.
    if (left === 0) {
      this.#put(stored);
      this.#notify();
    }
    return stored;
  }

  async #reread(id: string): Promise<void> {
    try {
      const stored = await this.#keep.read(id);
      if (!stored || (this.#underWay.get(id) ?? 0) > 0) return;
      this.#put(stored);
      this.#notify();
    } catch {
      this.#kept = false;
      this.#notify();
    }
  }

  #put(record: SheetRecord): void {
    if (this.#records.get(record.sheetId) === record) return;
    this.#records = new Map(this.#records).set(record.sheetId, record);
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  close(): void {
    this.#deaf();
  }
}
