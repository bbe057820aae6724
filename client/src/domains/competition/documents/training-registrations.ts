import { graphql } from '#client/__generated__/index.ts';

/** Who registered for training, across the sessions of an edition, and who came. */
export const REGISTRATIONS = graphql(`
  query TrainingRegistrationList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: TrainingRegistrationFilter
    $sort: [TrainingRegistrationSort!]
  ) {
    trainingRegistrations(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      sort: $sort
    ) {
      nodes {
        id
        attendees
        present
        attendeeCount
        presentCount
        createdAt
        session {
          id
          title
          titleEn
          startsAt
          state
        }
        team {
          id
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

/** Sessions to choose from, by title, place or lecturer. */
export const FIND_SESSIONS = graphql(`
  query FindTrainingSessions($filter: TrainingSessionFilter) {
    trainingSessions(first: 20, filter: $filter, sort: [{ field: STARTS_AT, direction: ASC }]) {
      nodes {
        id
        title
        titleEn
        startsAt
      }
    }
  }
`);
