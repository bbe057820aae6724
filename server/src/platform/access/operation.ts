import { Extensions } from 'type-graphql';

/** The key under which an operation's right stands in the schema. */
export const RIGHT_EXTENSION = 'xinghuoRight';

/** What an operation demands before anything is read: a permission, or `public`. */
export type OperationRight = { readonly permission: string } | { readonly public: true };

/** The operation needs this permission; without it the answer is FORBIDDEN, for a visitor UNAUTHENTICATED. */
export function Allow(permission: string): MethodDecorator {
  return Extensions({ [RIGHT_EXTENSION]: { permission } satisfies OperationRight }) as MethodDecorator;
}

/** The operation is open to everybody; rows are still filtered by their policies. */
export function Public(): MethodDecorator {
  return Extensions({ [RIGHT_EXTENSION]: { public: true } satisfies OperationRight }) as MethodDecorator;
}
