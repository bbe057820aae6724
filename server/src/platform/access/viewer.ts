import type { Grant, Role, ScopeKind } from '@xinghuo/shared/kernel/role';

/** Who asks: resolved once a request from the session cookie or the API token. */
export interface Viewer {
  /** Null for a visitor who has not signed in. */
  readonly accountId: string | null;
  /** The name as it was when the session began; for audit lines and greetings. */
  readonly name: string | null;
  readonly grants: readonly Grant[];
  /** What the roles allow at all, before any row is looked at; narrowed by a token's scopes. */
  readonly permissions: ReadonlySet<string>;
  readonly via: 'session' | 'token' | 'anonymous' | 'system';
  /** The session or token the request came with. */
  readonly credentialId: string | null;
  /** Set until a handed-out password has been changed: nothing else is possible before. */
  readonly mustChangePassword: boolean;
}

/** A visitor without an account. */
export function anonymousViewer(permissions: ReadonlySet<string>): Viewer {
  return {
    accountId: null,
    name: null,
    grants: [],
    permissions,
    via: 'anonymous',
    credentialId: null,
    mustChangePassword: false,
  };
}

/** True when the viewer holds the role, whatever its scope. */
export function holds(viewer: Viewer, ...roles: readonly Role[]): boolean {
  return viewer.grants.some((grant) => roles.includes(grant.role));
}

/** True when the viewer holds the role for the whole city. */
export function holdsCitywide(viewer: Viewer, ...roles: readonly Role[]): boolean {
  return viewer.grants.some((grant) => grant.scope === 'CITY' && roles.includes(grant.role));
}

/** The ids a role of the viewer is limited to, for one kind of scope. */
export function scopeIds(viewer: Viewer, role: Role, scope: ScopeKind): readonly string[] {
  return viewer.grants
    .filter((grant) => grant.role === role && grant.scope === scope && grant.scopeId !== null)
    .map((grant) => grant.scopeId as string);
}
