// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { serverNow, useDrawnAt } from './server-clock.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** How often it was drawn, and whether the instant had passed when it was drawn last. */
function watched(instant: number | null) {
  let drawn = 0;
  const { result, unmount } = renderHook(() => {
    drawn += 1;
    useDrawnAt(instant);
    return instant !== null && serverNow() >= instant;
  });
  return { drawn: () => drawn, passed: () => result.current, unmount };
}

it('draws anew once when an instant is reached, and not before', () => {
  vi.useFakeTimers();
  const { drawn, passed } = watched(Date.now() + 60_000);
  act(() => vi.advanceTimersByTime(59_999));
  expect([drawn(), passed()]).toEqual([1, false]);
  act(() => vi.advanceTimersByTime(1));
  expect([drawn(), passed()]).toEqual([2, true]);
  act(() => vi.advanceTimersByTime(600_000));
  expect(drawn()).toBe(2);
});

it('waits for what is left where the clock was set back meanwhile, and longer than a timer can', () => {
  vi.useFakeTimers();
  const { drawn, passed } = watched(Date.now() + 40 * 86_400_000);
  act(() => vi.advanceTimersByTime(30 * 86_400_000));
  vi.setSystemTime(Date.now() - 5000);
  act(() => vi.advanceTimersByTime(10 * 86_400_000));
  expect(drawn()).toBe(1);
  act(() => vi.advanceTimersByTime(5000));
  expect([drawn(), passed()]).toEqual([2, true]);
});

it('waits for nothing where there is no instant', () => {
  vi.useFakeTimers();
  watched(null);
  expect(vi.getTimerCount()).toBe(0);
});
