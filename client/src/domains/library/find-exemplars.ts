import { graphql } from '#client/__generated__/index.ts';
import { namedNow } from '#client/ui/core/language.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';

const EXEMPLAR_LOOKUP = graphql(`
  query ExemplarLookup($filter: ExemplarProjectFilter) {
    exemplarProjects(first: 10, filter: $filter) {
      nodes {
        id
        title
        titleEn
      }
    }
  }
`);

/** Exemplary projects by any of their texts. */
export const findExemplars: LookupFind = async (words, client, signal) => {
  const { data } = await client.query({
    query: EXEMPLAR_LOOKUP,
    variables: { filter: words.trim() ? { search: words.trim() } : null },
    context: { fetchOptions: { signal } },
  });
  return (data?.exemplarProjects.nodes ?? []).map(({ id, title, titleEn }) => ({
    value: id,
    label: namedNow(title, titleEn),
  }));
};
