import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { WITHOUT_GATE } from '../apollo/session-link.ts';
import { VIEWER } from './documents.ts';

/** Asks again who is signed in, for everything on the page. */
export function useViewerRefresh(): () => Promise<void> {
  const client = useApolloClient();
  return useCallback(async () => {
    await client.query({ query: VIEWER, fetchPolicy: 'network-only', context: WITHOUT_GATE });
  }, [client]);
}
