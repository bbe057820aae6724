import { afterEach, describe, expect, it } from 'vitest';
import { sessionGate } from './session-gate.ts';

const SOMEBODY = { id: 'a', email: 'a@example.org' };

describe('the session gate', () => {
  afterEach(() => {
    sessionGate.giveUp();
    sessionGate.workAs(null);
  });

  it('lets nothing wait on a page without an account', async () => {
    expect(await sessionGate.wait()).toBe(false);
    expect(sessionGate.isWaiting()).toBe(false);
  });

  it('releases everything that waits once the person is back', async () => {
    sessionGate.workAs(SOMEBODY);
    const held = [sessionGate.wait(), sessionGate.wait()];
    expect(sessionGate.isWaiting()).toBe(true);
    sessionGate.signedIn();
    expect(await Promise.all(held)).toEqual([true, true]);
    expect(sessionGate.isWaiting()).toBe(false);
  });

  it('fails what waits when the person declines', async () => {
    sessionGate.workAs(SOMEBODY);
    const held = sessionGate.wait();
    sessionGate.giveUp();
    expect(await held).toBe(false);
  });
});
