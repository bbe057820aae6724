import { graphql } from '#client/__generated__/index.ts';

/** The list of sessions. */
export const TRAININGS = graphql(`
  query TrainingSessionList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: TrainingSessionFilter
    $sort: [TrainingSessionSort!]
  ) {
    trainingSessions(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        title
        titleEn
        startsAt
        endsAt
        place
        placeEn
        lecturer
        capacity
        registeredCount
        state
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

/** One session with who registered and who came. */
export const TRAINING = graphql(`
  query TrainingSessionPage($id: ID!) {
    trainingSession(id: $id) {
      id
      version
      title
      titleEn
      description
      descriptionEn
      startsAt
      endsAt
      place
      placeEn
      lecturer
      capacity
      registeredCount
      state
      cancelReason
      registrationOpen
      competition {
        id
        title
        titleEn
      }
      registrations {
        id
        createdAt
        attendees
        present
        team {
          id
          name
          nameEn
        }
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

export const TRAINING_CREATE = graphql(`
  mutation TrainingSessionCreate($input: TrainingSessionCreateInput!) {
    trainingSessionCreate(input: $input) {
      trainingSession {
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
export const TRAINING_UPDATE = graphql(`
  mutation TrainingSessionUpdate($input: TrainingSessionUpdateInput!) {
    trainingSessionUpdate(input: $input) {
      trainingSession {
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
export const TRAINING_CANCEL = graphql(`
  mutation TrainingSessionCancel($input: TrainingSessionCancelInput!) {
    trainingSessionCancel(input: $input) {
      trainingSession {
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

/** Registers a team in its stead. */
export const REGISTER_FOR_TEAM = graphql(`
  mutation TrainingRegisterForTeam($input: TrainingRegisterInput!) {
    trainingRegister(input: $input) {
      trainingSession {
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
export const WITHDRAW_TEAM = graphql(`
  mutation TrainingWithdrawTeam($input: TrainingRegistrationCancelInput!) {
    trainingRegistrationCancel(input: $input) {
      trainingSession {
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
export const ATTENDANCE_SET = graphql(`
  mutation TrainingAttendanceSet($input: TrainingAttendanceSetInput!) {
    trainingAttendanceSet(input: $input) {
      trainingSession {
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
