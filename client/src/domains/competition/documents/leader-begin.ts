import { graphql } from '#client/__generated__/index.ts';

/** Editions that take entries, with what beginning one needs. */
export const OPEN_EDITIONS = graphql(`
  query OpenEditions {
    competitions(first: 5, filter: { state: { in: [OPEN, SCREENING] } }, sort: [{ field: YEAR, direction: DESC }]) {
      nodes {
        id
        year
        title
        titleEn
        theme
        themeEn
        state
        entriesOpenAt
        entriesDeadline
        categories {
          id
          code
          leadHost {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);

/** A team that may enter. */
export const ENTERING_TEAM = graphql(`
  query EnteringTeam($id: ID!) {
    team(id: $id) {
      id
      name
      nameEn
      state
      applicantKind
      activeMonths
      memberCount
      serviceMinutes
    }
  }
`);

export const ENTRY_CREATE = graphql(`
  mutation LeaderEntryCreate($input: EntryCreateInput!) {
    entryCreate(input: $input) {
      entry {
        id
        version
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Exemplary projects of a category, to learn from. */
export const LEARN = graphql(`
  query LeaderLearn($filter: ExemplarProjectFilter) {
    exemplarProjects(first: 4, filter: $filter, sort: [{ field: YEAR, direction: DESC }]) {
      nodes {
        id
        title
        titleEn
        organisation
        award
        year
      }
      totalCount
    }
  }
`);
