import { graphql } from '#client/__generated__/index.ts';

export const OBJECTIONS = graphql(`
  query ObjectionList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ObjectionFilter
    $sort: [ObjectionSort!]
  ) {
    objections(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        state
        text
        author
        createdAt
        decidedAt
        entry {
          id
          number
          title
          titleEn
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

export const OBJECTION = graphql(`
  query ObjectionPage($id: ID!) {
    objection(id: $id) {
      id
      version
      state
      text
      author
      contact
      createdAt
      decision
      decidedAt
      competition {
        id
        title
        titleEn
      }
      entry {
        id
        number
        title
        titleEn
      }
      availableTransitions {
        event
        to
        allowed
        problems {
          code
          path
          params
        }
      }
    }
  }
`);

export const OBJECTION_DECIDE = graphql(`
  mutation ObjectionDecide($input: ObjectionDecideInput!) {
    objectionDecide(input: $input) {
      objection {
        id
        version
        state
        decision
        decidedAt
        availableTransitions {
          event
          to
          allowed
          problems {
            code
            path
            params
          }
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
