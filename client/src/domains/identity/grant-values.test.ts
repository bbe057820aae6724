import { grantingPower } from '@xinghuo/shared/identity/granting';
import { describe, expect, it } from 'vitest';
import { givableRoles, grantInput } from './grant-values.ts';

describe('a role being chosen', () => {
  it('is complete for the whole city without anything else', () => {
    expect(grantInput({ role: 'AUDITOR' })).toEqual({ role: 'AUDITOR', scope: 'CITY', scopeId: null });
  });

  it('waits for what it is limited to', () => {
    expect(grantInput({ role: 'JUDGE' })).toBeUndefined();
    expect(grantInput({ role: 'JUDGE', scopeId: 'c' })).toEqual({
      role: 'JUDGE',
      scope: 'COMPETITION',
      scopeId: 'c',
    });
  });

  it('waits for the kind of limit where a role has several, and drops a limit the city has not', () => {
    expect(grantInput({ role: 'COORDINATOR', scopeId: 'c' })).toBeUndefined();
    expect(grantInput({ role: 'COORDINATOR', scope: 'CITY', scopeId: 'c' })).toEqual({
      role: 'COORDINATOR',
      scope: 'CITY',
      scopeId: null,
    });
  });
});

describe('the roles one may give', () => {
  it('are all for an administrator, all but that for a coordinator', () => {
    const admin = givableRoles(grantingPower([{ role: 'SYSTEM_ADMIN', scope: 'CITY', scopeId: null }]));
    const coordinator = givableRoles(grantingPower([{ role: 'COORDINATOR', scope: 'CITY', scopeId: null }]));
    expect(admin).toContain('SYSTEM_ADMIN');
    expect(coordinator).not.toContain('SYSTEM_ADMIN');
    expect(coordinator).toContain('JUDGE');
  });

  it('are those of an edition for its coordinator, none for others', () => {
    expect(
      givableRoles(grantingPower([{ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: 'c' }])),
    ).toEqual(['TEAM_LEADER', 'JUDGE']);
    expect(givableRoles(grantingPower([{ role: 'JUDGE', scope: 'COMPETITION', scopeId: 'c' }]))).toEqual([]);
  });
});
