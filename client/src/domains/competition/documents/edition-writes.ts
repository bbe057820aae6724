import { graphql } from '#client/__generated__/index.ts';

// None of these asks for more than the id: a version that came without the rest would make a form begin anew with what
// was there before. The page is asked again after each, so that version and content arrive together.

/** Sets a new edition up. */
export const EDITION_CREATE = graphql(`
  mutation CompetitionCreate($input: CompetitionCreateInput!) {
    competitionCreate(input: $input) {
      competition {
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

/** Changes texts, dates, organisers and the scoring rule. */
export const EDITION_UPDATE = graphql(`
  mutation CompetitionUpdate($input: CompetitionUpdateInput!) {
    competitionUpdate(input: $input) {
      competition {
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

/** Changes a category. */
export const CATEGORY_UPDATE = graphql(`
  mutation CategoryUpdate($input: CategoryUpdateInput!) {
    categoryUpdate(input: $input) {
      category {
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

/** Sets all rounds together, so that their weights always sum to 100. */
export const ROUNDS_REPLACE = graphql(`
  mutation RoundsReplace($input: RoundsReplaceInput!) {
    roundsReplace(input: $input) {
      competition {
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

/** Changes names, dates and numbers of one round. */
export const ROUND_UPDATE = graphql(`
  mutation RoundUpdate($input: RoundUpdateInput!) {
    roundUpdate(input: $input) {
      round {
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

/** Sets all criteria of a round. */
export const CRITERIA_REPLACE = graphql(`
  mutation CriteriaReplace($input: CriteriaReplaceInput!) {
    criteriaReplace(input: $input) {
      round {
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

/** Sets all awards of an edition. */
export const AWARDS_REPLACE = graphql(`
  mutation AwardRulesReplace($input: AwardRulesReplaceInput!) {
    awardRulesReplace(input: $input) {
      competition {
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

/** Moves a deadline later, for a reason. */
export const DEADLINE_EXTEND = graphql(`
  mutation DeadlineExtend($input: DeadlineExtendInput!) {
    deadlineExtend(input: $input) {
      competition {
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
