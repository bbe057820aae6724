import { describe, expect, it } from 'vitest';
import { hoursOf, minutesOf, type TeamValues, teamCreateInput, teamUpdateInput } from './team-values.ts';

const VALUES: TeamValues = {
  number: ' ',
  name: '花山夜校',
  nameEn: '',
  kind: 'GROUP',
  applicantKind: 'UNIVERSITY',
  unitId: undefined,
  regionId: 'r',
  serviceTypes: ['EDUCATION'],
  founded: undefined,
  intro: '',
  leaderName: '',
  memberCount: 12,
  activeMonths: 3,
  serviceMinutes: 90,
};

describe('the form of a team', () => {
  it('asks for a number when none is written', () => {
    expect(teamCreateInput(VALUES)).not.toHaveProperty('number');
    expect(teamCreateInput({ ...VALUES, number: ' 3405-7 ' }).number).toBe('3405-7');
  });

  it('sends of a team’s own people only what they may change', () => {
    expect(Object.keys(teamUpdateInput({ id: 't', version: 3 }, VALUES, true)).sort()).toEqual([
      'id',
      'intro',
      'nameEn',
      'serviceTypes',
      'version',
    ]);
    expect(teamUpdateInput({ id: 't', version: 3 }, VALUES, false)).toMatchObject({
      name: '花山夜校',
      unitId: null,
      serviceMinutes: 90,
    });
  });

  it('never sends a team whose choices are not made', () => {
    expect(() => teamCreateInput({ ...VALUES, regionId: undefined })).toThrow();
  });

  it('keeps minutes through hours', () => {
    for (const minutes of [0, 1, 7, 59, 60, 61, 205_200]) expect(minutesOf(hoursOf(minutes))).toBe(minutes);
    expect(hoursOf(null)).toBeNull();
    expect(minutesOf(null)).toBeNull();
  });
});
