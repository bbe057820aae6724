import type { ScopeKind } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';

/** A scalar subquery on a scope's id. */
type NameOf = (scopeId: Sql) => Sql;

/** How the scope of a kind is called, in English where it has such a name, and found. */
interface ScopeWords {
  readonly name: NameOf;
  readonly nameEn: NameOf;
  readonly words: Sql<{ readonly id: string; readonly words: readonly string[] }>;
}

const kinds = new Map<ScopeKind, ScopeWords>();

/**
 * A later domain says how the names of its scope are read, and by which words a sheet may name it (a statement with
 * `id` and `words`, an array).
 */
export function describeScope(kind: ScopeKind, words: ScopeWords): void {
  kinds.set(kind, words);
}

/** The name of a grant's scope, or null for the whole city; in English null, too, where it has no such name. */
export function scopeName(scope: Sql, scopeId: Sql, language: 'name' | 'nameEn' = 'name'): Sql {
  const cases = [...kinds].map(([kind, words]) => sql`when ${kind} then ${words[language](scopeId)}`);
  return cases.length === 0 ? sql`null` : sql`case ${scope} ${sql.join(cases, sql` `)} end`;
}

/** The statement that lists what a kind of scope can be named by; null where no domain has said so. */
export function scopeWords(kind: ScopeKind): ScopeWords['words'] | null {
  return kinds.get(kind)?.words ?? null;
}
