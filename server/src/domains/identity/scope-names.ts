import type { ScopeKind } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';

/** How the scope of a kind is called and found. */
interface ScopeWords {
  readonly name: (scopeId: Sql) => Sql;
  readonly words: Sql<{ readonly id: string; readonly words: readonly string[] }>;
}

const kinds = new Map<ScopeKind, ScopeWords>();

/**
 * A later domain says how the name of its scope is read (a scalar subquery on the scope's id), and by which words a
 * sheet may name it (a statement with `id` and `words`, an array).
 */
export function describeScope(kind: ScopeKind, name: ScopeWords['name'], words: ScopeWords['words']): void {
  kinds.set(kind, { name, words });
}

/** The name of a grant's scope, or null for the whole city. */
export function scopeName(scope: Sql, scopeId: Sql): Sql {
  const cases = [...kinds].map(([kind, { name }]) => sql`when ${kind} then ${name(scopeId)}`);
  return cases.length === 0 ? sql`null` : sql`case ${scope} ${sql.join(cases, sql` `)} end`;
}

/** The statement that lists what a kind of scope can be named by; null where no domain has said so. */
export function scopeWords(kind: ScopeKind): ScopeWords['words'] | null {
  return kinds.get(kind)?.words ?? null;
}
