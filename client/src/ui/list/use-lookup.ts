import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { errorText } from '../core/problem-text.ts';
import type { ListOption } from './list-option.ts';

/** Time to wait for the next key before asking the server, in milliseconds. */
const PAUSE = 250;

/** Finds things by words typed, best first, some ten of them; with no words the first ones. */
export type LookupFind = (
  words: string,
  client: ApolloClient,
  signal: AbortSignal,
) => Promise<readonly ListOption[]>;

/** What a look-up has found so far. */
export interface LookupFound {
  readonly options: readonly ListOption[];
  readonly busy: boolean;
  readonly failure?: string;
}

/** Looks typed words up on the server while the choice is open. */
export function useLookup(find: LookupFind, open: boolean, words: string): LookupFound {
  const client = useApolloClient();
  const [found, setFound] = useState<LookupFound>({ options: [], busy: false });
  useEffect(() => {
    if (!open) return;
    const abort = new AbortController();
    setFound((before) => ({ ...before, busy: true }));
    const timer = setTimeout(
      () => {
        find(words, client, abort.signal).then(
          (options) => {
            if (!abort.signal.aborted) setFound({ options, busy: false });
          },
          (error: unknown) => {
            if (!abort.signal.aborted) setFound({ options: [], busy: false, failure: errorText(error) });
          },
        );
      },
      words === '' ? 0 : PAUSE,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [open, words, find, client]);
  return found;
}
