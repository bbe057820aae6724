import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { type ListState, readListState, writeListState } from './list-state.ts';

/** The list's state as the address has it, and the way to change it. A change other than of the page leads to page 1. */
export function useListState(keys: readonly string[]): [ListState, (change: Partial<ListState>) => void] {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const joined = keys.join(',');
  const state = useMemo(() => readListState(params, joined.split(',')), [params, joined]);
  const change = useCallback(
    (part: Partial<ListState>) => {
      const turning = 'cursor' in part;
      setParams(
        (before) => {
          const current = readListState(before, joined.split(','));
          const first = turning ? {} : { cursor: undefined, page: 1 };
          return writeListState({ ...current, ...first, ...part }, before);
        },
        // Turning a page is a step one can go back from; typing in a filter is not.
        { replace: !turning, state: location.state, preventScrollReset: !turning },
      );
    },
    [setParams, joined, location.state],
  );
  return [state, change];
}
