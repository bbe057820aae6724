import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { SearchHit, SearchProvider } from '../../ui/core/domain-module.ts';

/** What one provider answered to the words. */
export interface PaletteGroup {
  readonly provider: SearchProvider;
  readonly hits: readonly SearchHit[];
  readonly failed: boolean;
}

/** Time to wait for the next key before asking the server, in milliseconds. */
const PAUSE = 180;

async function ask(
  provider: SearchProvider,
  words: string,
  client: ApolloClient,
  signal: AbortSignal,
): Promise<PaletteGroup> {
  try {
    return { provider, hits: await provider.search(words, client, signal), failed: false };
  } catch {
    // One domain that cannot answer must not hide the others; its line says so.
    return { provider, hits: [], failed: true };
  }
}

/** Asks all providers at once; answers to earlier words are dropped. `busy` while any is open. */
export function usePaletteSearch(
  words: string,
  providers: readonly SearchProvider[],
): { groups: readonly PaletteGroup[]; busy: boolean } {
  const client = useApolloClient();
  const [state, setState] = useState<{ groups: readonly PaletteGroup[]; busy: boolean }>({
    groups: [],
    busy: false,
  });
  useEffect(() => {
    const asked = words.trim();
    if (asked === '' || providers.length === 0) {
      setState({ groups: [], busy: false });
      return;
    }
    const abort = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(() => {
      void Promise.all(providers.map((provider) => ask(provider, asked, client, abort.signal))).then(
        (groups) => {
          if (!abort.signal.aborted) setState({ groups, busy: false });
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [words, providers, client]);
  return state;
}
