import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { errorText, type ProblemData, problemsText } from './problem-text.ts';

type PayloadOf<TData> = Exclude<Omit<TData, '__typename'>[keyof Omit<TData, '__typename'>], null | undefined>;

/** What became of a write. Nothing is thrown: a lost line is an outcome too. */
export type WriteOutcome<TPayload> =
  | { readonly ok: true; readonly payload: TPayload; readonly problems: readonly []; readonly message: '' }
  | {
      readonly ok: false;
      /** Refusals with their fields; empty when the request itself failed. */
      readonly problems: readonly ProblemData[];
      /** The sentence to show. */
      readonly message: string;
    };

/** Settings of a write. */
export interface WriteOptions {
  /** Names of queries to ask again after success. Rows changed in place need none: they carry an id. */
  readonly refetch?: readonly string[];
}

/**
 * Runs a mutation of the contract's form (`x(input) → { noun, problems }`) and returns `[write, busy]`.
 * `write(variables)` settles with the payload, or with the problems and the sentence to show.
 */
export function useWrite<TData extends Record<string, unknown>, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  options: WriteOptions = {},
): [(variables: TVariables) => Promise<WriteOutcome<PayloadOf<TData>>>, boolean] {
  const client = useApolloClient();
  const [running, setRunning] = useState(0);
  const refetch = useRef(options.refetch);
  refetch.current = options.refetch;
  const write = useCallback(
    async (variables: TVariables): Promise<WriteOutcome<PayloadOf<TData>>> => {
      setRunning((n) => n + 1);
      try {
        const { data } = await client.mutate<TData, OperationVariables>({ mutation: document, variables });
        const payload = payloadOf(data);
        const problems = problemsOf(payload);
        if (problems.length > 0) return { ok: false, problems, message: problemsText(problems) };
        if (refetch.current) await client.refetchQueries({ include: [...refetch.current] });
        return { ok: true, payload: payload as PayloadOf<TData>, problems: [], message: '' };
      } catch (error) {
        return { ok: false, problems: [], message: errorText(error) };
      } finally {
        setRunning((n) => n - 1);
      }
    },
    [client, document],
  );
  return [write, running > 0];
}

function payloadOf(data: unknown): unknown {
  const fields = Object.entries(data ?? {}).filter(([name]) => name !== '__typename');
  return fields[0]?.[1];
}

function problemsOf(payload: unknown): readonly ProblemData[] {
  if (typeof payload !== 'object' || payload === null || !('problems' in payload)) return [];
  return Array.isArray(payload.problems) ? (payload.problems as readonly ProblemData[]) : [];
}
