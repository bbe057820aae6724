import { graphql } from '#client/__generated__/index.ts';

/** What stands beside a result: how sure it is, and what deserves a look. */
export const RESULT_ANALYSIS = graphql(`
  query ResultAnalysis($id: ID!) {
    result(id: $id) {
      id
      analysisDigest
      analysis {
        draws
        rounds {
          roundId
          sheets
          kendallW
          model {
            remlCriterion
            intercept
            interceptError
            entryDeviation
            judgeDeviation
            residualDeviation
            singular
            entryNote
            judgeNote
            components
          }
          reliability {
            judgesPerEntry
            relative
            absolute
            agreement
            consistency
            judgesNeeded
            judgesNeededAdjusted
            target
          }
          concordance {
            categoryId
            judges
            entries
            w
          }
          judges {
            judgeCode
            sheets
            severity
            standardError
            mean
            deviation
            lowest
            highest
            histogram
            flags {
              kind
              strength
              measured
              usual
            }
          }
        }
        entries {
          entryId
          categoryId
          level
          categoryBest
          categoryWorst
          overallBest
          overallWorst
          above {
            awardId
            probability
          }
          next {
            entryId
            difference
            low
            high
          }
          flags {
            kind
            roundId
            strength
            measured
            usual
            judgeCode
            awardId
            withoutAwardId
          }
        }
        lines {
          awardId
          categoryId
          quota
          inseparable
          expectedWrong
        }
        reviews {
          entryId
          roundId
          awardId
          gain
        }
      }
    }
  }
`);
