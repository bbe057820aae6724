import type { Grant, Role } from '@xinghuo/shared/kernel/role';
import { describe, expect, it } from 'vitest';
import type { NamedScope } from '../../ui/core/viewer.ts';
import { currentItem, navItemsOf } from './side-nav.tsx';

const lines = (permissions: readonly string[], ...roles: readonly Role[]): readonly string[] => {
  const grants = roles.map((role): Grant & NamedScope => ({
    role,
    scope: 'CITY',
    scopeId: null,
    scopeName: null,
    scopeNameEn: null,
  }));
  return navItemsOf({ permissions, grants }).map(({ path }) => path);
};

describe('the side navigation', () => {
  it('leaves out the entrants’ line for the office, which may write entries in their stead', () => {
    expect(lines(['entry.write', 'judging.progress'], 'COORDINATOR')).not.toContain('/my-entries');
    expect(lines(['entry.write', 'judging.progress'], 'COORDINATOR')).toContain('/entries');
    expect(lines(['entry.write'], 'TEAM_LEADER')).toContain('/my-entries');
    // One person with both roles has both lines.
    expect(lines(['entry.write', 'judging.progress'], 'COORDINATOR', 'TEAM_LEADER')).toEqual(
      expect.arrayContaining(['/my-entries', '/entries']),
    );
  });

  it('opens nothing without the right for it', () => {
    expect(lines([], 'TEAM_LEADER')).not.toContain('/my-entries');
    expect(navItemsOf(null).every(({ permission, role }) => !permission && !role)).toBe(true);
  });

  it('lights the line a page belongs to, also under another address', () => {
    const all = ['judging.progress', 'assignment.board', 'deliberation.list', 'objection.list'];
    const items = navItemsOf({ permissions: all, grants: [] });
    for (const [pathname, line] of [
      ['/practice', '/judges'],
      ['/presentation', '/judging'],
      ['/sheets/1', '/judging'],
      ['/deliberation', '/results'],
      ['/objections/1', '/publicity'],
      ['/entries/1', '/entries'],
    ])
      expect(currentItem(items, pathname ?? '')).toBe(line);
    expect(currentItem(items, '/profile')).toBeUndefined();
  });
});
