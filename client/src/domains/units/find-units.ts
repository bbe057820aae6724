import { graphql } from '#client/__generated__/index.ts';
import { namedNow } from '#client/ui/core/language.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';

const UNIT_LOOKUP = graphql(`
  query UnitLookup($filter: UnitFilter) {
    units(first: 20, filter: $filter) {
      nodes {
        id
        name
        nameEn
      }
    }
  }
`);

/** Units by name. */
export const findUnits: LookupFind = async (words, client, signal) => {
  const { data } = await client.query({
    query: UNIT_LOOKUP,
    variables: { filter: words.trim() ? { search: words.trim() } : null },
    context: { fetchOptions: { signal } },
  });
  return (data?.units.nodes ?? []).map(({ id, name, nameEn }) => ({
    value: id,
    label: namedNow(name, nameEn),
  }));
};
