import { describe, expect, it } from 'vitest';
import { chosenRound, type RoundOption } from './round-choice.ts';

const round = (id: string, position: number, state: RoundOption['state']): RoundOption => ({
  id,
  position,
  state,
});

describe('the round a screen shows', () => {
  const rounds = [round('a', 1, 'LOCKED'), round('b', 2, 'OPEN'), round('c', 3, 'PLANNED')];

  it('is the one asked for', () => expect(chosenRound(rounds, 'c')?.id).toBe('c'));
  it('is the one under way when an unknown one is asked for', () =>
    expect(chosenRound(rounds, 'of another edition')?.id).toBe('b'));
  it('is the last locked one when none is under way', () =>
    expect(
      chosenRound([round('a', 1, 'LOCKED'), round('b', 2, 'LOCKED'), round('c', 3, 'PLANNED')], null)?.id,
    ).toBe('b'));
  it('is the first when none has begun', () =>
    expect(chosenRound([round('a', 1, 'PLANNED'), round('b', 2, 'PLANNED')], null)?.id).toBe('a'));
  it('is none in an edition without rounds', () => expect(chosenRound([], null)).toBeUndefined());
});
