import { graphql } from '#client/__generated__/index.ts';

/** The table of entries; each row with its cursor, so that its page can find its neighbours. */
export const ENTRIES = graphql(`
  query EntryList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: EntryFilter
    $sort: [EntrySort!]
  ) {
    entries(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      edges {
        cursor
        node {
          id
          number
          title
          titleEn
          state
          applicantKind
          submittedAt
          deadline
          updatedAt
          budgetTotal
          meanScore
          category {
            id
            code
          }
          team {
            id
            name
            nameEn
          }
          award {
            id
            title
            titleEn
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
    }
  }
`);

/** The rows before and behind a place in the table. */
export const ENTRY_NEIGHBOURS = graphql(`
  query EntryNeighbours($cursor: String!, $filter: EntryFilter, $sort: [EntrySort!]) {
    behind: entries(first: 1, after: $cursor, filter: $filter, sort: $sort) {
      edges {
        cursor
        node {
          id
          title
          titleEn
        }
      }
    }
    before: entries(last: 1, before: $cursor, filter: $filter, sort: $sort) {
      edges {
        cursor
        node {
          id
          title
          titleEn
        }
      }
    }
  }
`);

/** Accepts entries, all or none. */
export const ENTRIES_ACCEPT = graphql(`
  mutation EntriesAccept($input: EntriesAcceptInput!) {
    entriesAccept(input: $input) {
      entries {
        id
        version
        state
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Returns entries with the same notes, all or none. */
export const ENTRIES_RETURN = graphql(`
  mutation EntriesReturn($input: EntriesReturnInput!) {
    entriesReturn(input: $input) {
      entries {
        id
        version
        state
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Rejects entries for the same reason, all or none. */
export const ENTRIES_REJECT = graphql(`
  mutation EntriesReject($input: EntriesRejectInput!) {
    entriesReject(input: $input) {
      entries {
        id
        version
        state
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** The rounds of an edition that entries can be assigned in. */
export const ASSIGNABLE_ROUNDS = graphql(`
  query AssignableRounds($id: ID!) {
    competition(id: $id) {
      id
      rounds {
        id
        title
        titleEn
        state
      }
    }
  }
`);

/** Gives entries to a judge, all or none. */
export const ASSIGNMENTS_ADD = graphql(`
  mutation AssignmentsAdd($input: AssignmentsAddInput!) {
    assignmentsAdd(input: $input) {
      assignments {
        id
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
