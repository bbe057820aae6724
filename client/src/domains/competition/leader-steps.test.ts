import { NOTE_FIELDS } from '@xinghuo/shared/competition/entry';
import { problem } from '@xinghuo/shared/kernel/problem';
import { describe, expect, it } from 'vitest';
import {
  fieldNamed,
  inFormOrder,
  notesByStep,
  openNotes,
  problemsByStep,
  stepNamed,
  stepOf,
} from './leader-steps.ts';

describe('steps of the form', () => {
  it('have a place for every field that a screening note may point at', () => {
    for (const field of NOTE_FIELDS) {
      expect(fieldNamed(field) === undefined, field).toBe(field === 'general');
    }
  });

  it('count their problems, rows included', () => {
    const counts = problemsByStep([
      problem('REQUIRED', 'need'),
      problem('INVALID_FORMAT', 'plan.2.when'),
      problem('REQUIRED', 'budget'),
      problem('TEAM_NOT_ACTIVE'),
    ]);
    expect([...counts]).toEqual([
      ['work', 1],
      ['plan', 2],
    ]);
  });

  it('count the notes whose field was not changed since, and general ones while nothing was', () => {
    const notes = [
      { field: 'need', resolved: false },
      { field: 'budget', resolved: false },
      { field: 'general', resolved: false },
      { field: 'title', resolved: true },
    ];
    const names = (changed: ReadonlySet<string> | null) =>
      openNotes(notes, changed).map(({ field }) => field);
    expect(names(null)).toEqual(['need', 'budget', 'general']);
    expect(names(new Set())).toEqual(['need', 'budget', 'general']);
    expect(names(new Set(['need']))).toEqual(['budget']);
    expect([...notesByStep(openNotes(notes, null))]).toEqual([
      ['work', 1],
      ['plan', 1],
    ]);
  });

  it('list problems in the order of the form', () => {
    const found = inFormOrder([
      problem('TEAM_NOT_ACTIVE'),
      problem('PLAN_MISSING', 'attachments'),
      problem('REQUIRED', 'summary'),
    ]);
    expect(found.map(({ code }) => code)).toEqual(['REQUIRED', 'PLAN_MISSING', 'TEAM_NOT_ACTIVE']);
  });

  it('are found by address, the first for anything unknown', () => {
    expect(stepNamed('plan')).toBe('plan');
    expect(stepNamed('nowhere')).toBe('subject');
    expect(stepOf('contactPhone')).toBe('files');
  });
});
