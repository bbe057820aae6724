import type { ServerSheet } from './judge-merge.ts';
import type { Sending, SheetRecord } from './judge-record.ts';
import { type Keep, RecordStore } from './judge-store.ts';
import { type SendAnswer, SheetSync } from './judge-sync.ts';

export type Fault = 'none' | 'requestLost' | 'answerLost' | 'hanging';
export const FIELDS = ['mark:a', 'comment:a', 'remark'] as const;

/** A server with versions and idempotency keys that writes down all that happens to it. */
export class FakeServer {
  sheet: ServerSheet = { version: 1, state: 'ASSIGNED', fields: {}, total: null, updatedAt: '' };
  seconds = 0;
  readonly written: { field: string; value: string; over: string }[] = [];
  readonly #answers = new Map<string, SendAnswer>();
  readonly applied: string[] = [];
  readonly submissions: number[] = [];

  write(sending: Sending): SendAnswer {
    const known = this.#answers.get(sending.key);
    if (known) return known;
    if (sending.version !== this.sheet.version) return { kind: 'stale', server: this.sheet };
    if (this.sheet.state === 'SUBMITTED') return { kind: 'refused', problems: [{ code: 'X', path: [] }] };
    for (const [field, value] of Object.entries(sending.fields)) {
      this.written.push({ field, value, over: this.sheet.fields[field] ?? '' });
    }
    this.seconds += sending.seconds;
    this.applied.push(sending.key);
    if (sending.kind === 'submit') this.submissions.push(this.sheet.version);
    // Texts come back trimmed, as from the real one.
    const fields = Object.fromEntries(Object.entries(sending.fields).map(([f, v]) => [f, v.trim()]));
    this.sheet = {
      ...this.sheet,
      version: this.sheet.version + 1,
      state: sending.kind === 'submit' ? 'SUBMITTED' : 'DRAFT',
      fields: { ...this.sheet.fields, ...fields },
    };
    const answer: SendAnswer = { kind: 'done', server: this.sheet };
    this.#answers.set(sending.key, answer);
    return answer;
  }

  /** Another device of the same judge saves. */
  elsewhere(field: string, value: string): void {
    this.sheet = {
      ...this.sheet,
      version: this.sheet.version + 1,
      state: 'DRAFT',
      fields: { ...this.sheet.fields, [field]: value },
    };
  }
}

/** A browser's disk shared by its tabs. */
function disk(): { keep: Keep; tellers: Set<(id: string) => void> } {
  const records = new Map<string, SheetRecord>();
  return {
    tellers: new Set(),
    keep: {
      load: async () => [...records.values()],
      read: async (id) => records.get(id),
      update: async (id, change) => {
        const after = change(records.get(id));
        records.set(id, after);
        return after;
      },
    },
  };
}

export function world(server: FakeServer) {
  const { keep, tellers } = disk();
  let clock = 0;
  let keys = 0;
  let fault: Fault = 'none';
  let release = (): void => undefined;
  const hung = new Promise<void>((resolve) => {
    release = resolve;
  });
  const open = (tab: string) => {
    const mine = new Set<(id: string) => void>();
    const store = new RecordStore(keep, {
      tell: (id) => {
        for (const tell of tellers) if (!mine.has(tell)) tell(id);
      },
      listen: (heard) => {
        mine.add(heard);
        tellers.add(heard);
        return () => tellers.delete(heard);
      },
    });
    const sync = new SheetSync({
      store,
      tab,
      now: () => clock,
      newKey: () => `key-${++keys}`,
      later: () => () => undefined,
      send: async (_id, sending) => {
        if (fault === 'hanging') await hung;
        if (fault === 'requestLost') return { kind: 'unreachable' };
        const answer = server.write(sending);
        return fault === 'answerLost' ? { kind: 'unreachable' } : answer;
      },
    });
    return { store, sync };
  };
  return {
    open,
    wait: (ms: number) => {
      clock += ms;
    },
    line: (next: Fault) => {
      fault = next;
    },
    now: () => clock,
    release: () => release(),
  };
}

/** Lets what other tabs were told arrive. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};
