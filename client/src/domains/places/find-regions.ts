import { graphql } from '#client/__generated__/index.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';

const REGION_LOOKUP = graphql(`
  query RegionLookup($filter: RegionFilter) {
    regions(first: 20, filter: $filter) {
      nodes {
        id
        code
        fullName
      }
    }
  }
`);

/** Regions by name or code; with no words the city and its counties. */
export const findRegions: LookupFind = async (words, client, signal) => {
  const { data } = await client.query({
    query: REGION_LOOKUP,
    variables: { filter: words.trim() ? { search: words.trim() } : { level: { in: ['CITY', 'COUNTY'] } } },
    context: { fetchOptions: { signal } },
  });
  return (data?.regions.nodes ?? []).map(({ id, fullName }) => ({ value: id, label: fullName }));
};
