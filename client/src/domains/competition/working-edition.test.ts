import { describe, expect, it } from 'vitest';
import { workingEdition } from './working-edition.ts';

const next = { id: 'c2027', state: 'DRAFT' } as const;
const running = { id: 'c2026', state: 'REVIEW' } as const;
const past = { id: 'c2025', state: 'CLOSED' } as const;
const all = [next, running, past];

describe('the edition a screen shows', () => {
  it('is the one the address asks for, before the one chosen last', () => {
    expect(workingEdition(all, past.id, next.id)).toBe(past);
    expect(workingEdition(all, null, next.id)).toBe(next);
  });

  it('is the one under way when nothing was chosen', () => {
    expect(workingEdition(all, null, null)).toBe(running);
  });

  it('is the one furthest along when several are under way', () => {
    const open = { id: 'c2027', state: 'OPEN' } as const;
    expect(workingEdition([open, running, past], null, null)).toBe(running);
    expect(workingEdition([open, { id: 'c2026', state: 'OPEN' } as const], null, null)).toBe(open);
  });

  it('is the newest when none is under way', () => {
    expect(workingEdition([next, past], null, null)).toBe(next);
    expect(workingEdition([], null, null)).toBeUndefined();
  });

  it('forgets an edition that is not there any more', () => {
    expect(workingEdition(all, 'gone', 'gone too')).toBe(running);
  });
});
