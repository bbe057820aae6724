import { graphql } from '#client/__generated__/index.ts';

/** What waits for a team leader, and where the team's entries stand. */
export const LEADER_HOME = graphql(`
  query LeaderHome($entries: EntryFilter, $sessions: TrainingSessionFilter) {
    entries(first: 50, filter: $entries, sort: [{ field: UPDATED_AT, direction: DESC }]) {
      nodes {
        id
        number
        title
        titleEn
        state
        stateReason
        submittedAt
        deadline
        updatedAt
        category {
          id
          code
        }
        team {
          id
          name
          nameEn
        }
        award {
          id
          title
          titleEn
        }
        completeness {
          code
          path
          params
        }
        screeningNotes {
          id
          field
          text
          resolved
        }
        competition {
          id
          year
          title
          titleEn
          state
          screeningCloseAt
          publicityStartsAt
          publicityEndsAt
          publishedAt
          rounds {
            id
            opensAt
            closesAt
          }
        }
      }
    }
    competitions(first: 10, sort: [{ field: YEAR, direction: DESC }]) {
      nodes {
        id
        year
        title
        titleEn
        theme
        themeEn
        state
        entriesOpenAt
        entriesDeadline
      }
    }
    trainingSessions(first: 5, filter: $sessions, sort: [{ field: STARTS_AT, direction: ASC }]) {
      nodes {
        id
        title
        titleEn
        startsAt
        state
        capacity
        registeredCount
        registrations {
          id
          attendees
          team {
            id
          }
        }
      }
    }
  }
`);
