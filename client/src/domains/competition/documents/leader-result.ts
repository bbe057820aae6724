import { graphql } from '#client/__generated__/index.ts';

/** The edition of an entry: phases and dates for the rail. */
export const LEADER_EDITION = graphql(`
  query LeaderEdition($id: ID!, $objections: ObjectionFilter) {
    competition(id: $id) {
      id
      state
      screeningCloseAt
      publicityStartsAt
      publicityEndsAt
      publishedAt
      rounds {
        id
        kind
        title
        titleEn
        weight
        opensAt
        closesAt
      }
    }
    objections(first: 20, filter: $objections, sort: [{ field: CREATED_AT, direction: DESC }]) {
      nodes {
        id
        state
        text
        decision
        createdAt
        decidedAt
      }
    }
  }
`);

/** Whether the starting order of a presentation round is there for the leader: it is once it is published. */
export const LEADER_ORDER = graphql(`
  query LeaderOrder($roundId: ID!) {
    presentation(roundId: $roundId) {
      id
    }
  }
`);

/** The published result of an entry. */
export const LEADER_RESULT = graphql(`
  query LeaderResult($results: ResultFilter, $rows: ResultRowFilter) {
    results(first: 20, filter: $results, sort: [{ field: COMPUTED_AT, direction: DESC }]) {
      nodes {
        id
        round {
          id
        }
      }
    }
    resultRows(first: 10, filter: $rows) {
      nodes {
        id
        total
        categoryRank
        overallRank
        sharedCategory
        roundScores {
          roundId
          score
        }
      }
    }
  }
`);
