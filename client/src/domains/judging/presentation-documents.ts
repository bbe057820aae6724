import { graphql } from '#client/__generated__/index.ts';

/** A starting order as its page shows it. */
graphql(`
  fragment PresentationOrder on Presentation {
    id
    seed
    drawnAt
    publishedAt
    secondsAllowed
    graceSeconds
    unplaced
    availableTransitions {
      event
      allowed
      problems {
        code
        path
        params
      }
    }
    slots {
      id
      version
      position
      state
      secondsAllowed
      secondsUsed
      startedAt
      locksAt
      mySheetId
      appendedAt
      appendSeed
      entry {
        id
        number
        title
        titleEn
        team {
          id
        }
      }
    }
  }
`);

export const PRESENTATION = graphql(`
  query PresentationPage($roundId: ID!) {
    presentation(roundId: $roundId) {
      ...PresentationOrder @unmask
    }
  }
`);

/** The same as it changes: it lands on the same object. */
export const PRESENTATION_LIVE = graphql(`
  subscription PresentationLive($roundId: ID!) {
    presentation(roundId: $roundId) {
      ...PresentationOrder @unmask
    }
  }
`);

export const PRESENTATION_DRAW = graphql(`
  mutation PresentationDraw($input: PresentationDrawInput!) {
    presentationDraw(input: $input) {
      presentation {
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

export const PRESENTATION_APPEND = graphql(`
  mutation PresentationAppend($input: PresentationAppendInput!) {
    presentationAppend(input: $input) {
      presentation {
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

export const PRESENTATION_PUBLISH = graphql(`
  mutation PresentationPublish($input: PresentationPublishInput!) {
    presentationPublish(input: $input) {
      presentation {
        id
        publishedAt
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

export const PRESENTATION_STEP = graphql(`
  mutation PresentationStep($input: PresentationStepInput!) {
    presentationStep(input: $input) {
      presentation {
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

export const PRESENTATION_EXTEND = graphql(`
  mutation PresentationExtend($input: PresentationExtendInput!) {
    presentationExtend(input: $input) {
      presentation {
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
