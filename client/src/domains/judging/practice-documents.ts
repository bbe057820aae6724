import type { PracticesPageQuery } from '#client/__generated__/graphql.ts';
import { graphql } from '#client/__generated__/index.ts';

/** The practice entries of the signed-in judge in a round. */
export const JUDGE_PRACTICES = graphql(`
  query JudgePractices($roundId: ID!) {
    practices(roundId: $roundId) {
      id
      round {
        id
        practiceRule
      }
      category {
        id
        title
        titleEn
      }
      entry {
        id
        title
        titleEn
      }
      exemplar {
        id
        title
        titleEn
      }
      mine {
        id
        submittedAt
      }
    }
  }
`);

/** One practice entry with all that is read and marked at it, and the agreed marks once the own ones are in. */
export const JUDGE_PRACTICE = graphql(`
  query JudgePractice($id: ID!) {
    practice(id: $id) {
      id
      round {
        id
      }
      agreed {
        id
        criterionId
        value
        reason
      }
      mine {
        id
        submittedAt
        marks {
          criterionId
          value
        }
      }
      criteria {
        ...JudgedCriterion @unmask
      }
      category {
        id
        title
        titleEn
      }
      entry {
        ...JudgedEntry @unmask
      }
      exemplar {
        ...ExemplarText @unmask
      }
    }
  }
`);

export const PRACTICE_SUBMIT = graphql(`
  mutation PracticeSubmit($input: PracticeSubmitInput!) {
    practiceSubmit(input: $input) {
      practice {
        id
        agreed {
          id
          criterionId
          value
          reason
        }
        mine {
          id
          submittedAt
          marks {
            criterionId
            value
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

/** The practice entries of a round as the office sees them. */
export const PRACTICES = graphql(`
  query PracticesPage($roundId: ID!) {
    round(id: $roundId) {
      id
      version
      state
      practiceRule
      criteria {
        id
        title
        titleEn
        max
        step
        weight
      }
    }
    practices(roundId: $roundId) {
      id
      category {
        id
        title
        titleEn
      }
      entry {
        id
        number
        title
        titleEn
      }
      exemplar {
        id
        title
        titleEn
        organisation
      }
      agreed {
        id
        criterionId
        value
        reason
      }
      sheets {
        id
        judgeCode
        submittedAt
        marks {
          criterionId
          value
        }
      }
    }
  }
`);

/** The round and one practice entry of that page. */
export type PracticeRound = NonNullable<PracticesPageQuery['round']>;
export type PracticeRow = PracticesPageQuery['practices'][number];

export const PRACTICE_SET = graphql(`
  mutation PracticeSet($input: PracticeSetInput!) {
    practiceSet(input: $input) {
      practice {
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

export const PRACTICE_REMOVE = graphql(`
  mutation PracticeRemove($input: PracticeRemoveInput!) {
    practiceRemove(input: $input) {
      practice {
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

export const PRACTICE_RULE = graphql(`
  mutation PracticeRule($input: RoundUpdateInput!) {
    roundUpdate(input: $input) {
      round {
        id
        version
        practiceRule
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Entries that may be used for practice: those of any edition that the search finds. */
export const PRACTICE_ENTRIES = graphql(`
  query PracticeEntries($filter: EntryFilter) {
    entries(first: 12, filter: $filter, sort: [{ field: UPDATED_AT, direction: DESC }]) {
      nodes {
        id
        number
        title
        titleEn
        state
        competition {
          id
          year
        }
      }
    }
  }
`);
