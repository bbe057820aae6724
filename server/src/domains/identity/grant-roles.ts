import { IDENTITY_LIMITS } from '@xinghuo/shared/identity/account';
import { grantingPower, grantShapeProblem, mayGive } from '@xinghuo/shared/identity/granting';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import type { Grant, Role, ScopeKind } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import { asSql } from '../../platform/access/condition.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { type Account, RoleGrant } from './account.entity.ts';
import { IDENTITY_CHANGED } from './authenticate.ts';
import { belongsToEditions } from './edition-people.ts';
import { scopeName } from './scope-names.ts';

/** A role as an input names it. */
export interface GivenGrant {
  readonly role: Role;
  readonly scope: ScopeKind;
  readonly scopeId?: string | null | undefined;
}

type RolesGiven = (tx: Tx, account: Account, grants: readonly Grant[]) => Promise<void>;
const listeners: RolesGiven[] = [];

/**
 * A later domain says what follows when an account comes to hold roles, on every path: given by hand, by an accepted
 * invitation, by an import. It runs inside the same transaction, with the roles that are new.
 */
export function onRolesGiven(listener: RolesGiven): void {
  listeners.push(listener);
}

const same = (a: GivenGrant, b: GivenGrant): boolean =>
  a.role === b.role && a.scope === b.scope && (a.scopeId ?? null) === (b.scopeId ?? null);

/** Roles as they are stored: a limit that was left out is none. */
export const asGrants = (given: readonly GivenGrant[]): readonly Grant[] =>
  given.map(({ role, scope, scopeId }) => ({ role, scope, scopeId: scopeId ?? null }));

/** Whether two lists hold the same roles, in any order. */
export function sameGrants(a: readonly GivenGrant[], b: readonly GivenGrant[]): boolean {
  return a.length === b.length && a.every((one) => b.some((other) => same(one, other)));
}

/** Notes everything that is wrong with roles somebody wants to give: form, right, and what they are limited to. */
export async function checkGrants(
  tx: Tx,
  given: readonly GivenGrant[],
  path: string,
  single = false,
): Promise<readonly Grant[]> {
  const grants = asGrants(given);
  if (grants.length > IDENTITY_LIMITS.grants) {
    tx.note(problem('TOO_MANY', path, { max: IDENTITY_LIMITS.grants }));
    return grants;
  }
  for (const [index, grant] of grants.entries()) {
    const at = single ? path : `${path}.${index}`;
    if (grants.findIndex((other) => same(grant, other)) < index) tx.note(problem('DUPLICATE', at));
    else tx.note(grantShapeProblem(at, grant) ?? (await givingProblem(tx, at, grant)));
  }
  return grants;
}

async function givingProblem(tx: Tx, path: string, grant: Grant): Promise<Problem | null> {
  const power = grantingPower(tx.viewer.grants);
  const may = mayGive(power, grant);
  if (may === false) return problem('RIGHT_MISSING', `${path}.role`, { event: 'grant' });
  if (grant.scopeId === null) return null;
  const editions = may === 'ask' && power.kind === 'competitions' ? power.ids : null;
  const scopeId = sql`${grant.scopeId}::uuid`;
  const enters = editions ? belongsToEditions({ role: sql`${grant.role}::text`, scopeId }, editions) : true;
  const [found] = await tx.query<{ name: string | null; may: boolean }>(
    sql`select ${scopeName(sql`${grant.scope}::text`, scopeId)} as name, ${asSql(enters)} as may`,
  );
  if (!found?.name) return problem('NOT_FOUND', `${path}.scopeId`);
  return found.may ? null : problem('RIGHT_MISSING', `${path}.role`, { event: 'grant' });
}

/** Gives the roles that the account does not hold yet; returns how many that were. The caller holds the account. */
export async function giveRoles(tx: Tx, account: Account, grants: readonly Grant[]): Promise<number> {
  const held = await tx.em.find(RoleGrant, { account: account.id });
  const fresh = grants.filter(
    (grant, index) =>
      !held.some((one) => same(one, grant)) && grants.findIndex((one) => same(one, grant)) === index,
  );
  if (held.length + fresh.length > IDENTITY_LIMITS.grants) {
    tx.refuse(problem('TOO_MANY', 'grants', { max: IDENTITY_LIMITS.grants }));
  }
  for (const grant of fresh) tx.em.create(RoleGrant, { account, ...grant });
  if (fresh.length === 0) return 0;
  await tx.em.flush();
  for (const listener of listeners) await listener(tx, account, fresh);
  await tx.publish(IDENTITY_CHANGED, { accountId: account.id });
  return fresh.length;
}
