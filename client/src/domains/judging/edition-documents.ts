import { graphql } from '#client/__generated__/index.ts';

/** What every screen of the coordinator's judging needs of an edition: its rounds, categories and awards. */
export const JUDGING_EDITION = graphql(`
  query JudgingEdition($id: ID!) {
    competition(id: $id) {
      id
      year
      title
      titleEn
      state
      scoringRule
      rounds {
        id
        position
        kind
        title
        titleEn
        weight
        state
        judgesPerEntry
        advancePerCategory
        opensAt
        closesAt
        availableTransitions {
          event
          allowed
          problems {
            code
            path
            params
          }
        }
      }
      categories {
        id
        code
        title
        titleEn
        position
      }
      awardRules {
        id
        title
        titleEn
        scope
        quota
        position
      }
    }
  }
`);
