import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentFields, isWaiting, LEASE, type SheetRecord } from './judge-record.ts';
import { FakeServer, type Fault, FIELDS, settle, world } from './judge-sync.test-kit.ts';

describe('saving without a line', () => {
  it('keeps what was typed for the next tab, and sends it once', async () => {
    const server = new FakeServer();
    const browser = world(server);
    const first = browser.open('1');
    await first.store.open('s', server.sheet);
    browser.line('answerLost');
    await first.store.dispatch('s', { kind: 'edit', field: 'remark', value: '扎实', at: 1 });
    await first.sync.flush();
    expect(first.sync.state()).toBe('unreachable');
    first.store.close();

    browser.line('none');
    const second = browser.open('2');
    await second.sync.flush();
    expect(server.applied).toHaveLength(1);
    expect(server.sheet.fields.remark).toBe('扎实');
    expect(isWaiting(second.store.get('s') as SheetRecord)).toBe(false);
  });

  it('keeps the blank at the end of what is being typed', async () => {
    const server = new FakeServer();
    const { store, sync } = world(server).open('1');
    await store.open('s', server.sheet);
    await store.dispatch('s', { kind: 'edit', field: 'remark', value: 'well ', at: 1 });
    await sync.flush();
    expect(server.sheet.fields.remark).toBe('well');
    expect(currentFields(store.get('s') as SheetRecord).remark).toBe('well ');
  });

  it('leaves a sheet to the tab that sends it', async () => {
    const server = new FakeServer();
    const browser = world(server);
    const first = browser.open('1');
    const second = browser.open('2');
    await first.store.open('s', server.sheet);
    browser.line('hanging');
    await first.store.dispatch('s', { kind: 'edit', field: 'remark', value: 'x', at: 1 });
    const sent = first.sync.flush();
    await settle();
    browser.line('none');
    await second.sync.flush();
    expect(server.applied).toHaveLength(0);
    browser.release();
    await sent;
    expect(server.applied).toHaveLength(1);
  });

  it('hands over at once when the attempt ended without an answer', async () => {
    const server = new FakeServer();
    const browser = world(server);
    const first = browser.open('1');
    const second = browser.open('2');
    await first.store.open('s', server.sheet);
    browser.line('answerLost');
    await first.store.dispatch('s', { kind: 'edit', field: 'remark', value: 'x', at: 1 });
    await first.sync.flush();
    browser.line('none');
    await settle();
    await second.sync.flush();
    expect(server.applied).toHaveLength(1);
    expect(isWaiting(second.store.get('s') as SheetRecord)).toBe(false);
  });

  it('asks before it submits over another version', async () => {
    const server = new FakeServer();
    const { store, sync } = world(server).open('1');
    await store.open('s', server.sheet);
    await store.dispatch('s', { kind: 'edit', field: 'mark:a', value: '8', at: 1 });
    await store.dispatch('s', { kind: 'submit', at: 2 });
    server.elsewhere('mark:a', '6');
    await sync.flush();
    expect(store.get('s')).toMatchObject({ clash: ['mark:a'], submitAt: null });
    expect(server.submissions).toHaveLength(0);
    await store.dispatch('s', { kind: 'resolve', choices: { 'mark:a': 'theirs' }, at: 3 });
    await store.dispatch('s', { kind: 'submit', at: 4 });
    await sync.flush();
    expect(server.sheet).toMatchObject({ state: 'SUBMITTED', fields: { 'mark:a': '6' } });
  });

  it('submits again over a version that does not differ where it matters', async () => {
    const server = new FakeServer();
    const { store, sync } = world(server).open('1');
    await store.open('s', server.sheet);
    await store.dispatch('s', { kind: 'edit', field: 'mark:a', value: '8', at: 1 });
    await store.dispatch('s', { kind: 'submit', at: 2 });
    server.elsewhere('remark', '已看');
    await sync.flush();
    expect(server.sheet).toMatchObject({ state: 'SUBMITTED', fields: { 'mark:a': '8', remark: '已看' } });
    expect(server.submissions).toHaveLength(1);
  });

  it('says why the server refused and keeps the marks', async () => {
    const server = new FakeServer();
    const { store, sync } = world(server).open('1');
    await store.open('s', server.sheet);
    server.sheet = { ...server.sheet, state: 'SUBMITTED' };
    await store.dispatch('s', { kind: 'edit', field: 'mark:a', value: '8', at: 1 });
    await store.dispatch('s', { kind: 'spent', seconds: 7 });
    await sync.flush();
    expect(store.get('s')).toMatchObject({ refused: [{ code: 'X' }], edits: { 'mark:a': '8' }, seconds: 7 });
  });
});

type Step =
  | { kind: 'edit'; tab: 0 | 1; field: string }
  | { kind: 'elsewhere'; field: string }
  | { kind: 'sync'; tab: 0 | 1; fault: Fault }
  | { kind: 'spent'; tab: 0 | 1; seconds: number }
  | { kind: 'begin'; tab: 0 | 1 };

const tabOf = fc.constantFrom<0 | 1>(0, 1);
const fieldOf = fc.constantFrom(...FIELDS);
const stepOf: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), tab: tabOf, field: fieldOf }),
  fc.record({ kind: fc.constant('elsewhere' as const), field: fieldOf }),
  fc.record({
    kind: fc.constant('sync' as const),
    tab: tabOf,
    fault: fc.constantFrom<Fault>('none', 'requestLost', 'answerLost'),
  }),
  fc.record({ kind: fc.constant('spent' as const), tab: tabOf, seconds: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('begin' as const), tab: tabOf }),
);

describe('any order of typing, faults, tabs and devices', () => {
  it('loses nothing, doubles nothing, overwrites nothing unasked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOf, { maxLength: 40 }), async (steps) => {
        const server = new FakeServer();
        const browser = world(server);
        const tabs = [browser.open('1'), browser.open('2')] as const;
        for (const { store } of tabs) await store.open('s', server.sheet);
        const made = new Map<string, number>();
        const lastHere = new Map<string, string>();
        const asked = new Set<string>();
        let count = 0;
        let spent = 0;
        const resolveAll = async (): Promise<void> => {
          for (const { store } of tabs) {
            const clash = store.get('s')?.clash ?? [];
            for (const field of clash) asked.add(field);
            const choices = Object.fromEntries(clash.map((field) => [field, 'mine' as const]));
            if (clash.length > 0) await store.dispatch('s', { kind: 'resolve', choices, at: browser.now() });
            await settle();
          }
        };
        for (const step of steps) {
          browser.wait(10);
          count += 1;
          if (step.kind === 'elsewhere') {
            made.set(`${count}`, count);
            server.elsewhere(step.field, `${count}`);
            continue;
          }
          const { store, sync } = tabs[step.tab];
          if (step.kind === 'edit') {
            made.set(`${count}`, count);
            lastHere.set(step.field, `${count}`);
            await store.dispatch('s', {
              kind: 'edit',
              field: step.field,
              value: `${count}`,
              at: browser.now(),
            });
          } else if (step.kind === 'spent') {
            spent += step.seconds;
            await store.dispatch('s', { kind: 'spent', seconds: step.seconds });
          } else if (step.kind === 'begin') {
            await store.dispatch('s', { kind: 'begin', at: browser.now() });
          } else {
            browser.line(step.fault);
            await sync.flush();
          }
          await settle();
        }
        browser.line('none');
        for (let turn = 0; turn < 6; turn += 1) {
          browser.wait(LEASE);
          for (const { sync } of tabs) {
            await sync.flush();
            await settle();
          }
          await resolveAll();
        }
        // Opening the sheet again shows what came from elsewhere since.
        await tabs[0].store.open('s', server.sheet);
        await settle();
        const record = tabs[0].store.get('s') as SheetRecord;
        expect(isWaiting(record)).toBe(false);
        expect(record).toEqual(tabs[1].store.get('s'));
        expect(new Set(server.applied).size).toBe(server.applied.length);
        expect(server.seconds + record.seconds).toBe(spent);
        const reached = server.written.map(({ value }) => value);
        for (const value of lastHere.values()) expect(reached).toContain(value);
        expect(new Set(reached).size).toBe(reached.length);
        for (const { field, value, over } of server.written) {
          // Replacing what came later from elsewhere needs the judge's word.
          if ((made.get(over) ?? 0) > (made.get(value) ?? 0)) expect(asked).toContain(field);
        }
        for (const field of FIELDS) {
          expect(currentFields(record)[field] ?? '').toBe(server.sheet.fields[field] ?? '');
        }
      }),
      { numRuns: 300 },
    );
  });
});
