import { GraphQLError } from 'graphql';
import { isDatabaseFull, isDatabaseUnavailable } from '../database/index.ts';
import { storageProblem } from '../files/index.ts';
import { type ErrorCode, serviceUnavailable, storageFull } from '../graphql/errors.ts';

/** What an outage answers, besides its code. */
interface OutageHead {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
}

const OUTAGES: ReadonlySet<string> = new Set<ErrorCode>(['SERVICE_UNAVAILABLE', 'STORAGE_FULL']);

/** The error of an outage, or null when something else is wrong: the database away, or no room left on a disk. */
export function outageOf(error: unknown): GraphQLError | null {
  if (error instanceof GraphQLError && OUTAGES.has(String(error.extensions.code))) return error;
  if (isDatabaseUnavailable(error)) return serviceUnavailable();
  return isDatabaseFull(error) || storageProblem(error) !== null ? storageFull() : null;
}

/** Status and headers of an outage's answer. */
export function headOf({ extensions }: GraphQLError): OutageHead | null {
  const http = extensions.http as OutageHead | undefined;
  return http?.status === undefined ? null : http;
}

/** The extensions of an outage as a caller reads them. */
export function toldOf({ extensions: { http: _, ...told } }: GraphQLError): Record<string, unknown> & {
  readonly code: string;
} {
  return { ...told, code: String(told.code) };
}
