// @vitest-environment jsdom
import { fireEvent, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { matchesKeys, type Shortcut, useShortcuts } from './shortcuts.ts';

function Page({ shortcuts }: { shortcuts: readonly Shortcut[] }): ReactNode {
  useShortcuts('本页', shortcuts);
  return (
    <>
      <input aria-label="field" />
      <button type="button">button</button>
    </>
  );
}
const shortcut = (keys: string, run: () => void): Shortcut => ({ keys, label: keys, run });

describe('shortcuts', () => {
  it('are matched with their modifiers', () => {
    const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init);
    expect(matchesKeys(press({ key: 'k', ctrlKey: true }), 'Ctrl+k')).toBe(true);
    expect(matchesKeys(press({ key: 'K', metaKey: true }), 'Ctrl+k')).toBe(true);
    expect(matchesKeys(press({ key: 'k' }), 'Ctrl+k')).toBe(false);
    expect(matchesKeys(press({ key: 'j', ctrlKey: true }), 'j')).toBe(false);
    expect(matchesKeys(press({ key: '?', shiftKey: true }), '?')).toBe(true);
  });

  it('leave typing alone, but not Ctrl combinations', () => {
    const [plain, submit] = [vi.fn(), vi.fn()];
    const { getByLabelText } = render(
      <Page shortcuts={[shortcut('j', plain), shortcut('Ctrl+Enter', submit)]} />,
    );
    const field = getByLabelText('field');
    fireEvent.keyDown(field, { key: 'j' });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(plain).not.toHaveBeenCalled();
    expect(submit).toHaveBeenCalledOnce();
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(plain).toHaveBeenCalledOnce();
  });

  it('leave Enter to a button that has the focus, but not Ctrl+Enter', () => {
    const [open, submit] = [vi.fn(), vi.fn()];
    const { getByText } = render(
      <Page shortcuts={[shortcut('Enter', open), shortcut('Ctrl+Enter', submit)]} />,
    );
    // Whoever has just clicked a mark submits with the same keys as ever, and does not press the mark again.
    expect(fireEvent.keyDown(getByText('button'), { key: 'Enter', ctrlKey: true })).toBe(false);
    expect(submit).toHaveBeenCalledOnce();
    fireEvent.keyDown(getByText('button'), { key: 'Enter' });
    expect(open).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(open).toHaveBeenCalledOnce();
  });

  it('go with the page that offered them', () => {
    const run = vi.fn();
    const { unmount } = render(<Page shortcuts={[shortcut('x', run)]} />);
    unmount();
    fireEvent.keyDown(document.body, { key: 'x' });
    expect(run).not.toHaveBeenCalled();
  });
});
