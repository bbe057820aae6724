import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildContract } from '../platform/graphql/schema.ts';
import { PERMISSIONS, RESOLVERS } from './domains.ts';

let contract: Promise<GraphQLSchema> | null = null;

/** The schema, built once a process. */
export function contractSchema(): Promise<GraphQLSchema> {
  contract ??= buildContract(RESOLVERS, PERMISSIONS);
  return contract;
}

/** The contract as committed in `schema.graphql`: SDL, sorted. */
export async function printedContract(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await contractSchema()))}\n`;
}
