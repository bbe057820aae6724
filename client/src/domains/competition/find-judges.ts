import { graphql } from '#client/__generated__/index.ts';
import { namedNow } from '#client/ui/core/language.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';

const JUDGE_LOOKUP = graphql(`
  query JudgeOfEditionLookup($filter: JudgeFilter) {
    judges(first: 20, filter: $filter, sort: [{ field: NUMBER, direction: ASC }]) {
      nodes {
        id
        code
        name
        nameEn
      }
    }
  }
`);

/** Judges of one edition who have not withdrawn, by name, number, address or organisation. */
export function findJudgesOf(competitionId: string): LookupFind {
  return async (words, client, signal) => {
    const { data } = await client.query({
      query: JUDGE_LOOKUP,
      variables: {
        filter: {
          competition: { eq: competitionId },
          state: { in: ['INVITED', 'ACTIVE'] },
          search: words.trim() || null,
        },
      },
      context: { fetchOptions: { signal } },
    });
    return (data?.judges.nodes ?? []).map(({ id, code, name, nameEn }) => ({
      value: id,
      label: `${code} ${namedNow(name, nameEn)}`,
    }));
  };
}
