import { graphql } from '#client/__generated__/index.ts';

export const DELIBERATIONS = graphql(`
  query DeliberationList($competitionId: ID!) {
    deliberations(competitionId: $competitionId) {
      id
      reason
      byName
      at
      entry {
        id
        number
        title
        titleEn
      }
      from {
        id
        title
        titleEn
      }
      to {
        id
        title
        titleEn
      }
    }
  }
`);

export const DELIBERATION_SET = graphql(`
  mutation DeliberationSet($input: DeliberationSetInput!) {
    deliberationSet(input: $input) {
      deliberation {
        id
      }
      result {
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

export const DELIBERATION_REMOVE = graphql(`
  mutation DeliberationRemove($input: DeliberationRemoveInput!) {
    deliberationRemove(input: $input) {
      result {
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
