import { ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import i18next from 'i18next';
import { graphql } from '#client/__generated__/index.ts';
import type { SearchProvider } from '#client/ui/core/domain-module.ts';
import { labelIn } from '#client/ui/core/format.ts';
import { namedNow } from '#client/ui/core/language.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';

const ENTRY_LOOKUP = graphql(`
  query EntryLookup($filter: EntryFilter) {
    entries(first: 12, filter: $filter, sort: [{ field: UPDATED_AT, direction: DESC }]) {
      nodes {
        id
        number
        title
        titleEn
        state
      }
    }
  }
`);

/** Entries by number, title or team, for Ctrl+K. */
export const searchEntries: SearchProvider['search'] = async (words, client, signal) => {
  if ([...words].length < 2) return [];
  const { data } = await client.query({
    query: ENTRY_LOOKUP,
    variables: { filter: { search: words } },
    context: { fetchOptions: { signal } },
  });
  const language = i18next.language === 'en' ? 'en' : 'zh-CN';
  return (data?.entries.nodes ?? []).slice(0, 8).map(({ id, number, title, titleEn, state }) => ({
    id,
    title: language === 'en' && titleEn ? titleEn : title,
    hint: [number, labelIn(ENTRY_STATES[state], language)].filter(Boolean).join(' · '),
    path: `/entries/${id}`,
  }));
};

/** Entries of one edition that a team may still change, for granting an extension. */
export function findOpenEntries(competitionId: string): LookupFind {
  return async (words, client, signal) => {
    const { data } = await client.query({
      query: ENTRY_LOOKUP,
      variables: {
        filter: {
          competition: { eq: competitionId },
          state: { in: ['DRAFT', 'RETURNED'] },
          search: words.trim() || null,
        },
      },
      context: { fetchOptions: { signal } },
    });
    return (data?.entries.nodes ?? []).map(({ id, number, title, titleEn }) => ({
      value: id,
      label: [number, namedNow(title, titleEn)].filter(Boolean).join(' '),
    }));
  };
}
