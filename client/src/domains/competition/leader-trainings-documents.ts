import type { LeaderTrainingsQuery } from '#client/__generated__/graphql.ts';
import { graphql } from '#client/__generated__/index.ts';

/** Training sessions, with the registrations of one's own teams. */
export const TRAININGS = graphql(`
  query LeaderTrainings($filter: TrainingSessionFilter) {
    trainingSessions(first: 50, filter: $filter, sort: [{ field: STARTS_AT, direction: DESC }]) {
      nodes {
        id
        version
        title
        titleEn
        description
        descriptionEn
        lecturer
        place
        placeEn
        startsAt
        endsAt
        state
        cancelReason
        capacity
        registeredCount
        registrationOpen
        competition {
          id
          title
          titleEn
        }
        registrations {
          id
          attendees
          present
          team {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);

/** One training session of them. */
export type Training = LeaderTrainingsQuery['trainingSessions']['nodes'][number];

export const TRAINING_REGISTER = graphql(`
  mutation LeaderTrainingRegister($input: TrainingRegisterInput!) {
    trainingRegister(input: $input) {
      trainingSession {
        id
        version
        registeredCount
        registrations {
          id
          attendees
          present
          team {
            id
            name
            nameEn
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
export const TRAINING_UNREGISTER = graphql(`
  mutation LeaderTrainingCancel($input: TrainingRegistrationCancelInput!) {
    trainingRegistrationCancel(input: $input) {
      trainingSession {
        id
        version
        registeredCount
        registrations {
          id
          attendees
          present
          team {
            id
            name
            nameEn
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
