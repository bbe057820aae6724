import { describe, expect, it, vi } from 'vitest';
import { type ChainStretch, checkWholeChain } from './check-chain.ts';

const stretch = (part: Partial<ChainStretch>): ChainStretch => ({
  links: 50_000,
  from: 0,
  to: 0,
  complete: false,
  brokenAt: null,
  unsealed: 0,
  head: null,
  ...part,
});

describe('verifying the chain', () => {
  it('goes from stretch to stretch to the end', async () => {
    const asked: number[] = [];
    const tell = vi.fn();
    const outcome = await checkWholeChain(async (from) => {
      asked.push(from);
      const to = Math.min(from + 20_000, 50_000);
      return stretch({ from, to, complete: to === 50_000 });
    }, tell);
    expect(asked).toEqual([0, 20_000, 40_000]);
    expect(outcome.complete).toBe(true);
    expect(tell).toHaveBeenCalledTimes(3);
  });

  it('stops at the first fault', async () => {
    const outcome = await checkWholeChain(
      async () => stretch({ to: 6, brokenAt: 7 }),
      () => undefined,
    );
    expect(outcome.brokenAt).toBe(7);
  });

  it('does not run for ever', async () => {
    await expect(
      checkWholeChain(
        async () => stretch({ to: 0 }),
        () => undefined,
      ),
    ).rejects.toThrow();
  });
});
