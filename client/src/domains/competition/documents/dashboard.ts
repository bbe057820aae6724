import { graphql } from '#client/__generated__/index.ts';

/** What waits in an edition besides the one shown. */
export const WAITING_ELSEWHERE = graphql(`
  query WaitingElsewhere($id: ID!) {
    competitionDashboard(competitionId: $id) {
      id
      waiting {
        kind
        count
        roundId
      }
    }
  }
`);

/** All that the coordinator's home shows of an edition. */
export const DASHBOARD = graphql(`
  query CompetitionDashboard($id: ID!) {
    competitionDashboard(competitionId: $id) {
      id
      waiting {
        kind
        count
        roundId
      }
      late {
        kind
        count
        roundId
      }
      nextDeadlines {
        kind
        at
        roundId
      }
      entriesByState {
        state
        count
      }
      entriesByCategory {
        categoryId
        title
        titleEn
        count
      }
      progress {
        id
        total
        submitted
        drafts
        recused
        forecastAt
        round {
          id
          title
          titleEn
        }
        byCategory {
          categoryId
          title
          titleEn
          total
          submitted
          drafts
        }
      }
      competition {
        ...EditionSteps
        id
        year
        state
        entriesOpenAt
        entriesCloseAt
        entriesDeadline
        screeningCloseAt
        publicityStartsAt
        publicityEndsAt
        publishedAt
        entryCount
        categories {
          id
          code
        }
        currentRound {
          id
          title
          titleEn
        }
        rounds {
          id
          title
          titleEn
          opensAt
          closesAt
        }
      }
    }
  }
`);
