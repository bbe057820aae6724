import { describe, expect, it } from 'vitest';
import { diffText } from './diff.tsx';
import { timeLeft } from './progress-panel.tsx';

describe('two revisions', () => {
  const join = (before: string, after: string, side: 'in' | 'out') =>
    diffText(before, after)
      .filter(({ change }) => change !== (side === 'in' ? 'out' : 'in'))
      .map(({ text }) => text)
      .join('');

  it('give both texts back whole', () => {
    const [before, after] = ['社区助老呼叫项目', '社区助老“一键呼叫”服务项目'];
    expect(join(before, after, 'out')).toBe(before);
    expect(join(before, after, 'in')).toBe(after);
  });

  it('are compared by word where words are separated', () => {
    expect(diffText('help the old', 'help all old')).toContainEqual({ text: 'the', change: 'out' });
  });
});

describe('time left', () => {
  const at = {
    state: 'running' as const,
    startedAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:01:00Z',
  };

  it('goes by the pace so far', () => {
    expect(timeLeft({ ...at, done: 25, total: 100 })).toBe(180_000);
    expect(timeLeft({ ...at, done: 100, total: 100 })).toBe(0);
  });

  it('is not known before anything is done', () => {
    expect(timeLeft({ ...at, done: 0, total: 100 })).toBeUndefined();
  });
});
