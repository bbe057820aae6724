import { ApolloLink, Observable, ServerError } from '@apollo/client';
import type { Subscription } from 'rxjs';
import { sessionGate } from '../../ui/core/session-gate.ts';

/** Context of operations that must not wait for a sign-in: signing in itself, and asking who is signed in. */
export const WITHOUT_GATE = { withoutSessionGate: true } as const;

function resultSaysSignedOut(result: ApolloLink.Result): boolean {
  return result.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false;
}

function errorSaysSignedOut(error: unknown): boolean {
  return (
    ServerError.is(error) && (error.statusCode === 401 || error.bodyText.includes('"code":"UNAUTHENTICATED"'))
  );
}

/** Holds a request that found nobody signed in until the person has signed in over the page, then sends it again. */
export function sessionLink(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    if (operation.getContext().withoutSessionGate === true) return forward(operation);
    return new Observable<ApolloLink.Result>((observer) => {
      let current: Subscription | undefined;
      let ended = false;
      const send = (mayWait: boolean): void => {
        let held = false;
        const hold = (fail: () => void): void => {
          held = true;
          void sessionGate.wait().then((signedIn) => {
            if (ended) return;
            if (signedIn) send(false);
            else fail();
          });
        };
        current = forward(operation).subscribe({
          next: (result) => {
            if (mayWait && resultSaysSignedOut(result)) {
              hold(() => {
                observer.next(result);
                observer.complete();
              });
            } else observer.next(result);
          },
          error: (error: unknown) => {
            if (mayWait && errorSaysSignedOut(error)) hold(() => observer.error(error));
            else observer.error(error);
          },
          complete: () => {
            if (!held) observer.complete();
          },
        });
      };
      send(true);
      return () => {
        ended = true;
        current?.unsubscribe();
      };
    });
  });
}
