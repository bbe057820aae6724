import type { Row } from '../read/row.ts';
import type { Condition } from './condition.ts';
import type { Viewer } from './viewer.ts';

/** A rule about one row: who may, as a condition on it. */
export type RowRule = (viewer: Viewer, row: Row) => Condition;

/**
 * The one policy of an entity. `read` decides which rows exist for the viewer, on every path, nested ones too;
 * each further action is a right on a visible row.
 */
export interface Access {
  /** The GraphQL type name and the subject in the rights matrix. */
  readonly subject: string;
  readonly read: RowRule;
  readonly actions: Readonly<Record<string, RowRule>>;
}

const registry = new Map<string, Access>();

/** Declares an entity's policy; the rights matrix test enumerates all declared ones. */
export function defineAccess<const A extends Access>(access: A): A {
  if (registry.has(access.subject)) throw new Error(`two policies for ${access.subject}`);
  registry.set(access.subject, access);
  return access;
}

/** Every declared policy, by subject. */
export function declaredAccess(): ReadonlyMap<string, Access> {
  return registry;
}
