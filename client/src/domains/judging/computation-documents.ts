import { graphql } from '#client/__generated__/index.ts';

/** How far a computation is, asked once and then as it goes on. */
graphql(`
  fragment ComputationProgress on Computation {
    id
    kind
    state
    step
    done
    total
    createdAt
    startedAt
    progressAt
    finishedAt
    competition {
      id
      title
      titleEn
    }
    round {
      id
      title
      titleEn
    }
    problems {
      code
      path
      params
    }
    result {
      id
    }
    plan {
      id
    }
  }
`);

export const COMPUTATION_START = graphql(`
  mutation ComputationStart($input: ComputationStartInput!) {
    computationStart(input: $input) {
      computation {
        id
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

export const COMPUTATION_CANCEL = graphql(`
  mutation ComputationCancel($input: ComputationCancelInput!) {
    computationCancel(input: $input) {
      computation {
        id
        state
        finishedAt
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

export const COMPUTATION_PAGE = graphql(`
  query ComputationPage($id: ID!) {
    computation(id: $id) {
      ...ComputationProgress @unmask
    }
  }
`);

export const COMPUTATION_LIVE = graphql(`
  subscription ComputationLive($id: ID!) {
    computation(id: $id) {
      ...ComputationProgress @unmask
    }
  }
`);

/** What goes on in an edition. */
export const COMPUTATIONS = graphql(`
  query Computations($competitionId: ID!) {
    computations(competitionId: $competitionId) {
      id
      kind
      state
      round {
        id
      }
    }
  }
`);
