import { graphql } from '#client/__generated__/index.ts';

/** What is published of the judging of an edition: digest, bundle, statistics. */
export const PUBLIC_JUDGING = graphql(`
  query PublicJudging($competition: ID!, $filter: ResultFilter!) {
    results(first: 1, filter: $filter) {
      nodes {
        id
        ruleKind
        computedAt
        frozenAt
        publication {
          id
          digest
          bundlePath
          objections {
            filed
            open
            upheld
            dismissed
          }
          statistics {
            entries
            awarded
            judges
            sheets
            totals {
              from
              width
              counts
            }
            categories {
              categoryId
              entries
              awarded
              judges
              sheets
              totals {
                from
                width
                counts
              }
            }
            rounds {
              roundId
              entries
              judges
              sheets
              fewestSheets
              mostSheets
              oneSheet
              meanOfSheets
              judgesNeeded
            }
            deliberation {
              decisions
              raised
              lowered
            }
          }
        }
      }
    }
    competition(id: $competition) {
      id
      rounds {
        id
        title
        titleEn
      }
      categories {
        id
        code
      }
    }
  }
`);

/** What a team learns of the judging of its entry. */
export const LEADER_FEEDBACK = graphql(`
  query LeaderFeedback($entryId: ID!, $competitionId: ID!) {
    entryFeedback(entryId: $entryId) {
      id
      code
      criteria {
        roundId
        criterionId
        sheets
        mean
        groupEntries
        groupMean
        group {
          from
          width
          counts
        }
      }
      remarks {
        roundId
        text
      }
    }
    competition(id: $competitionId) {
      id
      rounds {
        id
        title
        titleEn
        position
        criteria {
          id
          title
          titleEn
          max
          weight
        }
      }
    }
  }
`);
