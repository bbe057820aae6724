import { describe, expect, it } from 'vitest';
import { attendeeProblems, registrationProblems } from './training.ts';

const startsAt = new Date('2026-08-10T01:00:00Z');
const codes = (problems: readonly { code: string; path: readonly string[] }[]): string[] =>
  problems.map(({ code, path }) => [code, ...path].join(' '));

describe('registrations change', () => {
  it('until the very instant the session begins', () => {
    expect(registrationProblems({ state: 'SCHEDULED', startsAt }, new Date(startsAt.getTime() - 1))).toEqual(
      [],
    );
    expect(codes(registrationProblems({ state: 'SCHEDULED', startsAt }, startsAt))).toEqual([
      'TRAINING_STARTED',
    ]);
  });

  it('never once it is cancelled', () => {
    expect(codes(registrationProblems({ state: 'CANCELLED', startsAt }, new Date(0)))).toEqual([
      'TRAINING_CANCELLED',
    ]);
  });
});

describe('the people a team sends', () => {
  it('are named, each once, twenty at most', () => {
    expect(attendeeProblems(['白小满', '方正阳'])).toEqual([]);
    expect(codes(attendeeProblems([]))).toEqual(['REQUIRED attendees']);
    expect(codes(attendeeProblems(Array.from({ length: 21 }, (_, n) => `第${n}人`)))).toEqual([
      'TOO_MANY attendees',
    ]);
    expect(codes(attendeeProblems(['白小满', ' ', ' 白小满', '长'.repeat(41)]))).toEqual([
      'REQUIRED attendees 1',
      'DUPLICATE attendees 2',
      'TOO_LONG attendees 3',
    ]);
  });
});
