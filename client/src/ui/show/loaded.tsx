import type { ReactNode } from 'react';
import { ErrorState, LoadingState } from './states.tsx';

/** The part of `useQuery`'s result that decides what is shown. */
export interface QueryState<TData> {
  readonly data?: TData | undefined;
  readonly loading: boolean;
  readonly error?: unknown;
  readonly refetch: () => Promise<unknown>;
}

/** Shows a query's data; until then loading, or the failure with a way to try again. Old data stays during a refetch. */
export function Loaded<TData>(props: {
  result: QueryState<TData>;
  children: (data: TData) => ReactNode;
}): ReactNode {
  const { data, loading, error, refetch } = props.result;
  if (data !== undefined && data !== null) return props.children(data);
  if (error) return <ErrorState error={error} onRetry={() => void refetch().catch(() => undefined)} />;
  return loading ? <LoadingState /> : null;
}
