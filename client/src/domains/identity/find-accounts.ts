import { graphql } from '#client/__generated__/index.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';

const ACCOUNT_LOOKUP = graphql(`
  query AccountLookup($filter: AccountFilter) {
    accounts(first: 20, filter: $filter) {
      nodes {
        id
        name
        email
      }
    }
  }
`);

/** Accounts by name or address. */
export const findAccounts: LookupFind = async (words, client, signal) => {
  const { data } = await client.query({
    query: ACCOUNT_LOOKUP,
    variables: { filter: words.trim() ? { search: words.trim() } : null },
    context: { fetchOptions: { signal } },
  });
  return (data?.accounts.nodes ?? []).map(({ id, name, email }) => ({
    value: id,
    label: `${name} ${email}`,
  }));
};
