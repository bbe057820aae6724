import { graphql } from '#client/__generated__/index.ts';

/** The official result of a round, or with `round: { isNull: true }` of the edition, with its ranking. */
export const OFFICIAL_RESULT = graphql(`
  query OfficialResult($filter: ResultFilter!) {
    results(first: 1, filter: $filter) {
      nodes {
        id
        batch
        ruleKind
        rule
        computedAt
        frozenAt
        inputsDigest
        resultDigest
        publication {
          id
          digest
          bundlePath
        }
        rowCount
        awardLines {
          awardId
          awardTitle
          awardTitleEn
          categoryId
          quota
          given
          undecided
          line
        }
        flags {
          flag
          count
        }
        rows {
          id
          total
          categoryRank
          overallRank
          sharedCategory
          sharedOverall
          spread
          flags
          roundScores {
            roundId
            score
          }
          sheetTotals {
            roundId
            judgeCode
            value
            counted
          }
          entry {
            id
            number
            title
            titleEn
            state
            team {
              id
              name
              nameEn
            }
          }
          category {
            id
          }
          computedAward {
            id
            title
            titleEn
          }
          award {
            id
            title
            titleEn
          }
          deliberation {
            id
            reason
          }
        }
      }
    }
  }
`);

/** The ranks that the other rules give, computed in the same go from the same sheets. */
export const RULES_BESIDE = graphql(`
  query RulesBeside($batch: ID!) {
    results(first: 20, filter: { batch: { eq: $batch } }) {
      nodes {
        id
        ruleKind
        official
        rows {
          id
          total
          categoryRank
          overallRank
          entry {
            id
          }
        }
      }
    }
  }
`);

/** Sheets of a round that are not in, a page at a time. */
export const MISSING_SHEETS = graphql(`
  query MissingSheets($roundId: ID!, $after: String) {
    scoreSheets(
      first: 100
      after: $after
      filter: { round: { eq: $roundId }, state: { in: [ASSIGNED, DRAFT] } }
      sort: [{ field: JUDGE, direction: ASC }]
    ) {
      nodes {
        id
        state
        judgeCode
        judge {
          id
          name
          nameEn
        }
        entry {
          id
          number
          title
          titleEn
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ROUND_LOCK = graphql(`
  mutation RoundLock($input: RoundLockInput!) {
    roundLock(input: $input) {
      round {
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

export const ROUND_REOPEN = graphql(`
  mutation RoundReopen($input: RoundReopenInput!) {
    roundReopen(input: $input) {
      round {
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

export const ROUND_ADVANCE = graphql(`
  mutation RoundAdvance($input: RoundAdvanceInput!) {
    roundAdvance(input: $input) {
      round {
        id
        state
      }
      advanced {
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
