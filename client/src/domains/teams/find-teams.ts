import { graphql } from '#client/__generated__/index.ts';
import { namedNow } from '#client/ui/core/language.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';

const TEAM_LOOKUP = graphql(`
  query TeamLookup($filter: TeamFilter) {
    teams(first: 20, filter: $filter) {
      nodes {
        id
        number
        name
        nameEn
      }
    }
  }
`);

/** Teams by name or number. */
export const findTeams: LookupFind = async (words, client, signal) => {
  const { data } = await client.query({
    query: TEAM_LOOKUP,
    variables: { filter: words.trim() ? { search: words.trim() } : null },
    context: { fetchOptions: { signal } },
  });
  return (data?.teams.nodes ?? []).map(({ id, number, name, nameEn }) => ({
    value: id,
    label: `${namedNow(name, nameEn)} ${number}`,
  }));
};
