import type { ScopeKind } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';

const names = new Map<ScopeKind, (scopeId: Sql) => Sql>();

/** A later domain says how the name of its scope is read: a scalar subquery on the scope's id. */
export function describeScope(kind: ScopeKind, name: (scopeId: Sql) => Sql): void {
  names.set(kind, name);
}

/** The name of a grant's scope, or null for the whole city. */
export function scopeName(scope: Sql, scopeId: Sql): Sql {
  const cases = [...names].map(([kind, name]) => sql`when ${kind} then ${name(scopeId)}`);
  return cases.length === 0 ? sql`null` : sql`case ${scope} ${sql.join(cases, sql` `)} end`;
}
