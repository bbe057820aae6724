import { graphql } from '#client/__generated__/index.ts';

export const CONFLICTS = graphql(`
  query ConflictList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ConflictFilter
    $sort: [ConflictSort!]
  ) {
    conflicts(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        source
        reason
        createdAt
        withdrawn
        withdrawnAt
        withdrawnReason
        entryTitle
        entryTitleEn
        entry {
          id
        }
        judge {
          id
          code
          name
          nameEn
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

/** What a judge holds of an entry: what a conflict between them would take away. */
export const HELD_PAIR = graphql(`
  query HeldPair($judge: ID!, $entry: ID!) {
    assignments(first: 10, filter: { judge: { eq: $judge }, entry: { eq: $entry }, live: { eq: true } }) {
      nodes {
        id
        round {
          id
          title
          titleEn
        }
        sheet {
          id
          state
        }
      }
    }
  }
`);

export const CONFLICT_ADD = graphql(`
  mutation ConflictAdd($input: ConflictAddInput!) {
    conflictAdd(input: $input) {
      conflict {
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

export const CONFLICT_REMOVE = graphql(`
  mutation ConflictRemove($input: ConflictRemoveInput!) {
    conflictRemove(input: $input) {
      conflict {
        id
        withdrawn
        withdrawnAt
        withdrawnReason
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

export const CONFLICTS_FIND = graphql(`
  mutation ConflictsFind($input: ConflictsFindInput!) {
    conflictsFind(input: $input) {
      released
      conflicts {
        id
        reason
        entryTitle
        entryTitleEn
        entry {
          id
        }
        judge {
          id
          code
          name
        }
      }
      blocked {
        id
        state
        judge {
          id
          code
          name
        }
        entry {
          id
          number
          title
        }
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
