import { describe, expect, it } from 'vitest';
import { attendance, namesOf } from './attendance.ts';

describe('attendance', () => {
  it('counts only teams whose attendance is recorded', () => {
    const teams = [
      { attendees: ['甲', '乙', '丙'], present: ['甲', '丙'] },
      { attendees: ['丁', '戊'], present: null },
      { attendees: ['己'], present: [] },
    ];
    expect(attendance(teams)).toEqual({ present: 2, base: 4 });
  });

  it('has no base before anything is recorded', () => {
    expect(attendance([{ attendees: ['甲'], present: null }])).toEqual({ present: 0, base: 0 });
  });
});

describe('names from a text', () => {
  it('come one a line, or with the usual separators', () => {
    expect(namesOf('甲某\n 乙某 \n\n丙某、丁某，戊某')).toEqual(['甲某', '乙某', '丙某', '丁某', '戊某']);
    expect(namesOf('  \n')).toEqual([]);
  });
});
