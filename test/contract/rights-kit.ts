import { ROLE_SCOPES } from '@xinghuo/shared/identity/account';
import { type Grant, ROLES, type Role } from '@xinghuo/shared/kernel/role';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { PERMISSIONS } from '../../server/src/app/domains.ts';
import { type OperationRight, RIGHT_EXTENSION } from '../../server/src/platform/access/operation.ts';
import type { Viewer } from '../../server/src/platform/access/viewer.ts';

/** The row a scoped role is limited to in these tests. */
export const SCOPE_ID = '018f0000-0000-7000-8000-000000000001';

/** One kind of actor: a role with a kind of scope, a visitor, or a token that may nothing. */
export interface Kind {
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly via: Viewer['via'];
}

const roles = Object.keys(ROLES) as Role[];

/** Every kind of actor there is: a new role or scope makes a new column by itself. */
export const KINDS: readonly Kind[] = [
  { name: 'visitor', grants: [], via: 'anonymous' },
  ...roles.flatMap((role) =>
    ROLE_SCOPES[role].map((scope) => ({
      name: ROLE_SCOPES[role].length > 1 ? `${role}@${scope}` : role,
      grants: [{ role, scope, scopeId: scope === 'CITY' ? null : SCOPE_ID }],
      via: 'session' as const,
    })),
  ),
  {
    name: 'token without scopes',
    grants: [{ role: 'SYSTEM_ADMIN', scope: 'CITY', scopeId: null }],
    via: 'token',
  },
];

/** The viewer of a kind, as signing in would make it. */
export function viewerOf(kind: Kind): Viewer {
  const signedIn = kind.via !== 'anonymous';
  return {
    accountId: signedIn ? '018f0000-0000-7000-8000-00000000000a' : null,
    name: signedIn ? kind.name : null,
    grants: kind.grants,
    permissions: PERMISSIONS.of(
      kind.grants.map(({ role }) => role),
      signedIn,
      kind.via === 'token' ? [] : undefined,
    ),
    via: kind.via,
    credentialId: null,
    mustChangePassword: false,
  };
}

/** A root operation of the contract. */
export interface Operation {
  readonly name: string;
  readonly root: 'query' | 'mutation' | 'subscription';
  readonly field: GraphQLField<unknown, unknown>;
  /** Null when it is public. */
  readonly permission: string | null;
}

/** Every root operation. */
export function operationsOf(schema: GraphQLSchema): readonly Operation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([root, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => {
      const right = field.extensions[RIGHT_EXTENSION] as OperationRight;
      return {
        name: `${root}.${field.name}`,
        root,
        field: field as GraphQLField<unknown, unknown>,
        permission: 'permission' in right ? right.permission : null,
      };
    }),
  );
}
