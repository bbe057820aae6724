/** A GraphQL answer as a test reads it. */
export interface Answer<T> {
  readonly status: number;
  readonly data: T;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly [key: string]: unknown };
  }[];
  readonly extensions: Record<string, unknown>;
}

/** An actor's way to the product: HTTP with its own credentials, as a browser or another system would. */
export class Client {
  constructor(
    readonly url: string,
    readonly headers: Readonly<Record<string, string>>,
    /** Null for a visitor. */
    readonly accountId: string | null,
  ) {}

  /** Sends one operation; errors are returned, not thrown. */
  async send<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer<T>> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<Answer<T>>;
    return {
      status: response.status,
      data: body.data as T,
      errors: body.errors ?? [],
      extensions: body.extensions ?? {},
    };
  }

  /** Sends one operation that must succeed without errors; problems in payloads are data. */
  async ask<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const answer = await this.send<T>(query, variables);
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /** The code of the first error of an operation that must fail. */
  async codeOf(query: string, variables: Record<string, unknown> = {}): Promise<string | null> {
    return (await this.send(query, variables)).errors[0]?.extensions.code ?? null;
  }

  /** Any other request, with this actor's credentials. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: {
        'apollo-require-preflight': '1',
        ...this.headers,
        ...(init.headers as Record<string, string> | undefined),
      },
      redirect: 'manual',
    });
  }
}
