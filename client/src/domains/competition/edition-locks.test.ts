import { describe, expect, it } from 'vitest';
import {
  awardsLock,
  criteriaLock,
  dateLock,
  type LockFacts,
  roundLock,
  roundsLock,
  ruleLock,
} from './edition-locks.ts';

const planned = { state: 'PLANNED', rubricFrozen: false } as const;
const marked = { state: 'OPEN', rubricFrozen: true } as const;
const draft: LockFacts = { state: 'DRAFT', manages: true, rounds: [planned, planned] };
const review: LockFacts = { state: 'REVIEW', manages: true, rounds: [marked, planned] };

describe('what can be changed in an edition', () => {
  it('is everything while it is being set up', () => {
    expect(dateLock(draft, 'entriesOpenAt')).toBeNull();
    expect(roundsLock(draft)).toBeNull();
    expect(criteriaLock(draft, planned)).toBeNull();
    expect(awardsLock(draft)).toBeNull();
    expect(ruleLock(draft)).toBeNull();
  });

  it('is nothing for somebody who only reads', () => {
    const reader = { ...draft, manages: false };
    const locks = [
      dateLock(reader, 'publicityEndsAt'),
      roundLock(reader, planned),
      roundsLock(reader),
      criteriaLock(reader, planned),
      awardsLock(reader),
      ruleLock(reader),
    ];
    expect(locks).toEqual(locks.map(() => ({ why: 'right' })));
  });

  it('leaves the closing of entries to extensions once they are taken', () => {
    expect(dateLock({ ...draft, state: 'OPEN' }, 'entriesCloseAt')).toEqual({ why: 'extend', state: 'OPEN' });
    expect(dateLock({ ...draft, state: 'OPEN' }, 'entriesOpenAt')).toEqual({ why: 'phase', state: 'OPEN' });
    expect(dateLock(review, 'entriesCloseAt')).toEqual({ why: 'phase', state: 'REVIEW' });
  });

  it('freezes rubric and weights with the first sheet, of its own round only', () => {
    expect(criteriaLock(review, marked)).toEqual({ why: 'frozen' });
    expect(criteriaLock(review, planned)).toBeNull();
    expect(roundsLock(review)).toEqual({ why: 'frozen' });
  });

  it('keeps the rule and a begun round', () => {
    expect(ruleLock(review)).toEqual({ why: 'ruleStarted' });
    expect(roundLock(review, marked)).toEqual({ why: 'roundStarted', roundState: 'OPEN' });
    expect(roundLock(review, planned)).toBeNull();
  });

  it('keeps the awards from the public notice on', () => {
    expect(awardsLock(review)).toBeNull();
    expect(awardsLock({ ...review, state: 'PUBLICISED' })).toEqual({ why: 'phase', state: 'PUBLICISED' });
  });
});
