import { describe, expect, it } from 'vitest';
import { newRecord, reduceRecord } from './judge-record.ts';
import { consoleMode, stepProblems } from './judge-standing.ts';

const PAPER = {
  round: {
    id: 'r',
    title: '',
    titleEn: '',
    kind: 'DOCUMENT' as const,
    state: 'OPEN' as const,
    opensAt: null,
  },
  deadline: '2026-11-30T10:00:00.000Z',
  criteria: [],
  remarkMinimum: 10,
  practiceLeft: 0,
};
const sheet = (state: 'ASSIGNED' | 'DRAFT' | 'SUBMITTED' | 'LOCKED' | 'RECUSED') =>
  newRecord('s', { version: 1, state, fields: {}, total: null, updatedAt: '' });

describe('what the judge can do at a sheet', () => {
  it('answers the question first, once', () => {
    const fresh = sheet('ASSIGNED');
    expect(consoleMode(fresh, false)).toBe('question');
    expect(consoleMode(reduceRecord(fresh, { kind: 'begin', at: 1 }), false)).toBe('marking');
    expect(consoleMode(sheet('DRAFT'), false)).toBe('marking');
  });

  it('reads what was given afterwards', () => {
    const leaving = reduceRecord(sheet('DRAFT'), { kind: 'submit', at: 1 });
    expect(consoleMode(leaving, true)).toBe('leaving');
    expect(consoleMode(sheet('SUBMITTED'), true)).toBe('submitted');
    expect(consoleMode(sheet('LOCKED'), true)).toBe('locked');
    expect(consoleMode(sheet('RECUSED'), false)).toBe('closed');
    expect(consoleMode(sheet('DRAFT'), true)).toBe('closed');
  });

  it('follows the rules of the server', () => {
    const at = Date.parse('2026-11-30T09:59:59.000Z');
    const filled = { marked: 0, remark: '太短' };
    expect(stepProblems('save', PAPER, filled, at, null)).toEqual([]);
    expect(stepProblems('save', PAPER, filled, at + 1000, null).map(({ code }) => code)).toEqual([
      'DEADLINE_PASSED',
    ]);
    expect(stepProblems('submit', PAPER, filled, at, null).map(({ code }) => code)).toEqual(['TOO_SHORT']);
    const locked = { ...PAPER, round: { ...PAPER.round, state: 'LOCKED' as const } };
    expect(stepProblems('save', locked, filled, at, null).map(({ code }) => code)).toEqual([
      'ROUND_NOT_OPEN',
    ]);
  });

  it('marks nothing before the turn and after its lock', () => {
    const at = Date.parse('2026-11-30T09:00:00.000Z');
    const codes = (slot: Parameters<typeof stepProblems>[4]) =>
      stepProblems('save', PAPER, { marked: 0, remark: '' }, at, slot).map(({ code }) => code);
    expect(codes({ state: 'WAITING', locksAt: null })).toEqual(['PRESENTATION_NOT_BEGUN']);
    expect(codes({ state: 'ON', locksAt: new Date(at + 1) })).toEqual([]);
    expect(codes({ state: 'PAUSED', locksAt: null })).toEqual([]);
    expect(codes({ state: 'DONE', locksAt: new Date(at) })).toEqual(['PRESENTATION_OVER']);
  });
});
