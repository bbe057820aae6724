import { type Problem, problem } from '../kernel/problem.ts';
import type { Grant, Role } from '../kernel/role.ts';
import { ROLE_SCOPES } from './account.ts';

/** What somebody may give out: everything, everything but administration, or some roles of some editions. */
export type GrantingPower =
  | { readonly kind: 'all' }
  | { readonly kind: 'all-but-admin' }
  | { readonly kind: 'competitions'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** The roles that a coordinator of single editions may give. */
export const EDITION_ROLES: readonly Role[] = ['JUDGE', 'TEAM_LEADER'];

/** What a person with these roles may give out. */
export function grantingPower(grants: readonly Grant[]): GrantingPower {
  if (grants.some((grant) => grant.role === 'SYSTEM_ADMIN')) return { kind: 'all' };
  const coordinates = grants.filter((grant) => grant.role === 'COORDINATOR');
  if (coordinates.some((grant) => grant.scope === 'CITY')) return { kind: 'all-but-admin' };
  const ids = coordinates.flatMap(({ scope, scopeId }) =>
    scope === 'COMPETITION' && scopeId ? [scopeId] : [],
  );
  return ids.length > 0 ? { kind: 'competitions', ids } : { kind: 'none' };
}

/** What is wrong with a role as it is given, whoever gives it, or null. */
export function grantShapeProblem(path: string, grant: Grant): Problem | null {
  const fits = ROLE_SCOPES[grant.role].includes(grant.scope);
  if (!fits) return problem('SCOPE_MISMATCH', `${path}.scope`, { role: grant.role, scope: grant.scope });
  if (grant.scope === 'CITY') {
    return grant.scopeId === null
      ? null
      : problem('SCOPE_MISMATCH', `${path}.scopeId`, { role: grant.role, scope: grant.scope });
  }
  return grant.scopeId === null ? problem('REQUIRED', `${path}.scopeId`) : null;
}

/**
 * Whether the role may be given or taken by somebody with this power. Whether a team takes part in one of the editions
 * stands in the database: for a team leader the answer is `ask`.
 */
export function mayGive(power: GrantingPower, grant: Grant): boolean | 'ask' {
  if (power.kind === 'all') return true;
  if (power.kind === 'all-but-admin') return grant.role !== 'SYSTEM_ADMIN';
  if (power.kind !== 'competitions') return false;
  if (grant.role === 'JUDGE') return grant.scopeId !== null && power.ids.includes(grant.scopeId);
  return grant.role === 'TEAM_LEADER' ? 'ask' : false;
}
