import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { sessionGate } from '../../ui/core/session-gate.ts';
import { useWrite } from '../../ui/core/use-write.ts';
import { WITHOUT_GATE } from '../apollo/session-link.ts';
import { VIEWER } from './documents.ts';
import { SESSION_END, SESSION_END_ALL } from './sign-out-documents.ts';

/** Signing out, here or everywhere. Answers the sentence to show when it failed. */
export function useSignOut(): (everywhere: boolean) => Promise<string | undefined> {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [end] = useWrite(SESSION_END);
  const [endAll] = useWrite(SESSION_END_ALL);
  return useCallback(
    async (everywhere) => {
      const outcome = await (everywhere ? endAll({}) : end({}));
      if (!outcome.ok) return outcome.message;
      // Nobody works here any more: what still asks must fail quietly instead of opening a sign-in over the page.
      sessionGate.workAs(null);
      await navigate('/sign-in', { replace: true });
      await client.clearStore();
      await client.query({ query: VIEWER, fetchPolicy: 'network-only', context: WITHOUT_GATE });
      return undefined;
    },
    [client, navigate, end, endAll],
  );
}
