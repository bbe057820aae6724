import { graphql } from '#client/__generated__/index.ts';

/** What the bar of an edition's steps needs. */
export const EDITION_STEPS = graphql(`
  fragment EditionSteps on Competition {
    id
    version
    state
    title
    titleEn
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
`);

export const OPEN = graphql(`
  mutation CompetitionOpen($input: CompetitionStepInput!) {
    competitionOpen(input: $input) {
      competition {
        ...EditionSteps
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
export const RETURN_TO_DRAFT = graphql(`
  mutation CompetitionReturnToDraft($input: CompetitionStepInput!) {
    competitionReturnToDraft(input: $input) {
      competition {
        ...EditionSteps
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
export const START_SCREENING = graphql(`
  mutation CompetitionStartScreening($input: CompetitionStepInput!) {
    competitionStartScreening(input: $input) {
      competition {
        ...EditionSteps
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
export const START_REVIEW = graphql(`
  mutation CompetitionStartReview($input: CompetitionStepInput!) {
    competitionStartReview(input: $input) {
      competition {
        ...EditionSteps
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
export const START_DELIBERATION = graphql(`
  mutation CompetitionStartDeliberation($input: CompetitionStepInput!) {
    competitionStartDeliberation(input: $input) {
      competition {
        ...EditionSteps
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
export const PUBLICISE = graphql(`
  mutation CompetitionPublicise($input: CompetitionStepInput!) {
    competitionPublicise(input: $input) {
      competition {
        ...EditionSteps
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
export const CLOSE = graphql(`
  mutation CompetitionClose($input: CompetitionStepInput!) {
    competitionClose(input: $input) {
      competition {
        ...EditionSteps
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
