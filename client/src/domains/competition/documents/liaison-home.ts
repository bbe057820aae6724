import { graphql } from '#client/__generated__/index.ts';

/** The liaison's unit, its teams and what they have submitted. */
export const LIAISON_HOME = graphql(`
  query LiaisonHome($unit: ID!, $since: DateTime!) {
    unit(id: $unit) {
      id
      name
      nameEn
      duties
      canUpdate
    }
    teams(first: 100, filter: { unit: { eq: $unit } }) {
      totalCount
      nodes {
        id
        state
        memberCount
      }
    }
    entries(first: 100, filter: { unit: { eq: $unit } }, sort: [{ field: UPDATED_AT, direction: DESC }]) {
      totalCount
      nodes {
        id
        number
        title
        titleEn
        state
        category {
          id
          code
        }
        team {
          id
          name
          nameEn
        }
        competition {
          id
          title
          titleEn
        }
        award {
          id
          title
          titleEn
        }
      }
    }
    competitions(first: 10, filter: { state: { eq: OPEN } }) {
      nodes {
        id
        title
        titleEn
        entriesDeadline
      }
    }
    trainingSessions(
      first: 10
      filter: { startsAt: { gte: $since }, state: { eq: SCHEDULED } }
      sort: [{ field: STARTS_AT, direction: ASC }]
    ) {
      nodes {
        id
        title
        titleEn
        startsAt
        registrationOpen
      }
    }
  }
`);
