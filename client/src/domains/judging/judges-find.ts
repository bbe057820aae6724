import { graphql } from '#client/__generated__/index.ts';
import type { SearchProvider } from '#client/ui/core/domain-module.ts';
import { namedNow } from '#client/ui/core/language.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';

const JUDGE_LOOKUP = graphql(`
  query JudgeLookup($filter: JudgeFilter) {
    judges(first: 20, filter: $filter) {
      nodes {
        id
        code
        name
        nameEn
        organisation
        competition {
          id
          year
        }
      }
    }
  }
`);

const ENTRY_LOOKUP = graphql(`
  query JudgingEntryLookup($filter: EntryFilter) {
    entries(first: 20, filter: $filter, sort: [{ field: NUMBER, direction: ASC }]) {
      nodes {
        id
        number
        title
        titleEn
      }
    }
  }
`);

/** Entries of an edition that have a number, by number, title or team. */
export function findJudgedEntries(competitionId: string): LookupFind {
  return async (words, client, signal) => {
    const { data } = await client.query({
      query: ENTRY_LOOKUP,
      variables: { filter: { competition: { eq: competitionId }, search: words.trim() || null } },
      context: { fetchOptions: { signal } },
    });
    return (data?.entries.nodes ?? []).flatMap(({ id, number, title, titleEn }) =>
      number ? [{ value: id, label: `${number} ${namedNow(title, titleEn)}` }] : [],
    );
  };
}

/** Judges of all editions, for Ctrl+K. */
export const searchJudges: SearchProvider['search'] = async (words, client, signal) => {
  if ([...words].length < 2) return [];
  const { data } = await client.query({
    query: JUDGE_LOOKUP,
    variables: { filter: { search: words } },
    context: { fetchOptions: { signal } },
  });
  return (data?.judges.nodes ?? [])
    .slice(0, 6)
    .map(({ id, code, name, nameEn, organisation, competition }) => ({
      id,
      title: namedNow(name, nameEn),
      hint: [competition?.year, code, organisation].filter(Boolean).join(' · '),
      path: `/judges/${id}`,
    }));
};
