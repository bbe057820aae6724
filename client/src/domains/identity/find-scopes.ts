import type { ScopeKind } from '@xinghuo/shared/kernel/role';
import { graphql } from '#client/__generated__/index.ts';
import { namedNow } from '#client/ui/core/language.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';

const SCOPE_UNITS = graphql(`
  query ScopeUnits($search: String) {
    units(first: 20, filter: { search: $search }) {
      nodes {
        id
        name
        nameEn
      }
    }
  }
`);

const SCOPE_TEAMS = graphql(`
  query ScopeTeams($search: String) {
    teams(first: 20, filter: { search: $search }) {
      nodes {
        id
        name
        nameEn
        number
      }
    }
  }
`);

const SCOPE_REGIONS = graphql(`
  query ScopeRegions($search: String) {
    regions(first: 20, filter: { search: $search, level: { in: [COUNTY, TOWNSHIP] } }) {
      nodes {
        id
        fullName
      }
    }
  }
`);

const SCOPE_COMPETITIONS = graphql(`
  query ScopeCompetitions($search: String) {
    competitions(first: 20, filter: { search: $search }) {
      nodes {
        id
        title
        titleEn
        year
      }
    }
  }
`);

const searched = (words: string) => ({ search: words.trim() || null });

/** How what a role is limited to is found by name, for each kind of limit but the whole city. */
export const SCOPE_FINDS: Readonly<Record<Exclude<ScopeKind, 'CITY'>, LookupFind>> = {
  UNIT: async (words, client, signal) => {
    const context = { fetchOptions: { signal } };
    const { data } = await client.query({ query: SCOPE_UNITS, variables: searched(words), context });
    return (data?.units.nodes ?? []).map(({ id, name, nameEn }) => ({
      value: id,
      label: namedNow(name, nameEn),
    }));
  },
  TEAM: async (words, client, signal) => {
    const context = { fetchOptions: { signal } };
    const { data } = await client.query({ query: SCOPE_TEAMS, variables: searched(words), context });
    return (data?.teams.nodes ?? []).map(({ id, name, nameEn, number }) => ({
      value: id,
      label: `${namedNow(name, nameEn)} ${number}`,
    }));
  },
  REGION: async (words, client, signal) => {
    const context = { fetchOptions: { signal } };
    const { data } = await client.query({ query: SCOPE_REGIONS, variables: searched(words), context });
    return (data?.regions.nodes ?? []).map(({ id, fullName }) => ({ value: id, label: fullName }));
  },
  COMPETITION: async (words, client, signal) => {
    const context = { fetchOptions: { signal } };
    const { data } = await client.query({ query: SCOPE_COMPETITIONS, variables: searched(words), context });
    return (data?.competitions.nodes ?? []).map(({ id, title, titleEn, year }) => ({
      value: id,
      label: `${year} ${namedNow(title, titleEn)}`,
    }));
  },
};
