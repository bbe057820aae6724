import type { GraphQLSchema } from 'graphql';
import { buildContract } from '../platform/graphql/schema.ts';
import { PERMISSIONS, RESOLVERS } from './domains.ts';

let contract: Promise<GraphQLSchema> | null = null;

/** The schema, built once a process. */
export function contractSchema(): Promise<GraphQLSchema> {
  contract ??= buildContract(RESOLVERS, PERMISSIONS);
  return contract;
}
