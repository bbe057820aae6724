import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { afterEach, describe, expect, it } from 'vitest';
import { sessionGate } from '../../ui/core/session-gate.ts';
import { sessionLink, WITHOUT_GATE } from './session-link.ts';

const WRITE = gql`
  mutation Save {
    save
  }
`;

/** A server at which nobody is signed in until `signIn` is called. */
function server() {
  let signedIn = false;
  let requests = 0;
  const end = new ApolloLink(
    () =>
      new Observable((observer) => {
        requests += 1;
        observer.next(
          signedIn
            ? { data: { save: 'kept' } }
            : { errors: [{ message: 'no session', extensions: { code: 'UNAUTHENTICATED' } }] },
        );
        observer.complete();
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link: sessionLink().concat(end) });
  return {
    client,
    requests: () => requests,
    signIn: () => {
      signedIn = true;
    },
  };
}

async function untilWaiting(): Promise<void> {
  while (!sessionGate.isWaiting()) await new Promise((resolve) => setTimeout(resolve, 0));
}

describe('a write whose session ended', () => {
  afterEach(() => {
    sessionGate.giveUp();
    sessionGate.workAs(null);
  });

  it('waits for the sign-in and is then sent again', async () => {
    const { client, requests, signIn } = server();
    sessionGate.workAs({ id: 'a', email: 'a@example.org' });
    const write = client.mutate({ mutation: WRITE });
    await untilWaiting();
    signIn();
    sessionGate.signedIn();
    expect((await write).data).toEqual({ save: 'kept' });
    expect(requests()).toBe(2);
  });

  it('fails when the person declines, and is not sent again', async () => {
    const { client, requests } = server();
    sessionGate.workAs({ id: 'a', email: 'a@example.org' });
    const write = client.mutate({ mutation: WRITE });
    await untilWaiting();
    sessionGate.giveUp();
    await expect(write).rejects.toThrow('no session');
    expect(requests()).toBe(1);
  });

  it('asks once only: a second refusal is passed on', async () => {
    const { client, requests } = server();
    sessionGate.workAs({ id: 'a', email: 'a@example.org' });
    const write = client.mutate({ mutation: WRITE });
    await untilWaiting();
    sessionGate.signedIn();
    await expect(write).rejects.toThrow('no session');
    expect(requests()).toBe(2);
  });

  it('does not wait when it is the sign-in itself', async () => {
    const { client } = server();
    sessionGate.workAs({ id: 'a', email: 'a@example.org' });
    await expect(client.mutate({ mutation: WRITE, context: WITHOUT_GATE })).rejects.toThrow('no session');
    expect(sessionGate.isWaiting()).toBe(false);
  });
});
