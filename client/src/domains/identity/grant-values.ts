import { ROLE_SCOPES } from '@xinghuo/shared/identity/account';
import type { GrantingPower } from '@xinghuo/shared/identity/granting';
import { EDITION_ROLES, mayGive } from '@xinghuo/shared/identity/granting';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { ROLES, type Role, type ScopeKind } from '@xinghuo/shared/kernel/role';
import type { RoleGrantInput } from '#client/__generated__/graphql.ts';

/** A role as a form holds it while it is being chosen. */
export interface GrantValue {
  readonly role?: Role | undefined;
  readonly scope?: ScopeKind | undefined;
  readonly scopeId?: string | null | undefined;
}

/** The role as the contract takes it; undefined while it is not complete. */
export function grantInput({ role, scope, scopeId }: GrantValue): RoleGrantInput | undefined {
  if (!role) return undefined;
  const kind = scope ?? onlyScope(role);
  if (!kind) return undefined;
  if (kind === 'CITY') return { role, scope: kind, scopeId: null };
  return scopeId ? { role, scope: kind, scopeId } : undefined;
}

/** The kind of limit a role has, where there is only one. */
export function onlyScope(role: Role): ScopeKind | undefined {
  const kinds = ROLE_SCOPES[role];
  return kinds.length === 1 ? kinds[0] : undefined;
}

/** The roles a person with this power may give; the server has the last word on single ones. */
export function givableRoles(power: GrantingPower): readonly Role[] {
  const roles = valuesOf(ROLES);
  if (power.kind === 'none') return [];
  if (power.kind === 'competitions') return roles.filter((role) => EDITION_ROLES.includes(role));
  return roles.filter((role) => mayGive(power, { role, scope: 'CITY', scopeId: null }) !== false);
}
