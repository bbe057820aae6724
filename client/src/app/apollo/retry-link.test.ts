import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { errorKind } from '../../ui/core/problem-text.ts';
import { outageLink, retryLink } from './retry-link.ts';

/** A service that is away for so many requests. */
function service(away: number) {
  let requests = 0;
  const end = new ApolloLink(
    () =>
      new Observable((observer) => {
        requests += 1;
        observer.next(
          requests <= away
            ? { errors: [{ message: 'away', extensions: { code: 'SERVICE_UNAVAILABLE' } }] }
            : { data: { answer: 'here' } },
        );
        observer.complete();
      }),
  );
  const link = ApolloLink.from([retryLink(1), outageLink(), end]);
  return { client: new ApolloClient({ cache: new InMemoryCache(), link }), requests: () => requests };
}

const READ = gql`
  query Answer {
    answer
  }
`;
const WRITE = gql`
  mutation Answer {
    answer
  }
`;

describe('a service that is away for a while', () => {
  it('is asked again for what is read, until it answers', async () => {
    const { client, requests } = service(3);
    expect((await client.query({ query: READ })).data).toEqual({ answer: 'here' });
    expect(requests()).toBe(4);
  });

  it('is given up in the end, as a service that is away', async () => {
    const { client } = service(100);
    const error: unknown = await client.query({ query: READ }).catch((failed: unknown) => failed);
    expect(errorKind(error)).toBe('unavailable');
  });

  it('is never sent a write twice', async () => {
    const { client, requests } = service(1);
    const error: unknown = await client.mutate({ mutation: WRITE }).catch((failed: unknown) => failed);
    expect(errorKind(error)).toBe('unavailable');
    expect(requests()).toBe(1);
  });
});
