import { graphql } from '#client/__generated__/index.ts';

/** The list of teams. */
export const TEAMS = graphql(`
  query TeamList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: TeamFilter
    $sort: [TeamSort!]
  ) {
    teams(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        version
        number
        name
        nameEn
        state
        kind
        applicantKind
        unit {
          id
          name
          nameEn
        }
        region {
          id
          fullName
          nameEn
        }
        serviceTypes
        memberCount
        activeMonths
        serviceMinutes
        createdAt
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
    }
  }
`);

/** One team, for its page and its form. */
export const TEAM = graphql(`
  query TeamPage($id: ID!) {
    team(id: $id) {
      id
      version
      number
      name
      nameEn
      state
      stateReason
      kind
      applicantKind
      unit {
        id
        name
        nameEn
      }
      region {
        id
        fullName
        nameEn
      }
      serviceTypes
      founded
      intro
      leader {
        id
        name
      }
      members {
        id
        name
        role
        accountId
        since
      }
      memberCount
      activeMonths
      serviceMinutes
      createdAt
      canUpdate
      availableTransitions {
        event
        to
        allowed
        problems {
          code
          path
          params
        }
      }
    }
  }
`);

/** Registers a team. */
export const TEAM_CREATE = graphql(`
  mutation TeamCreate($input: TeamCreateInput!) {
    teamCreate(input: $input) {
      team {
        id
        name
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Changes a team's profile. */
export const TEAM_UPDATE = graphql(`
  mutation TeamUpdate($input: TeamUpdateInput!) {
    teamUpdate(input: $input) {
      team {
        id
        version
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Adds a named member. */
export const TEAM_MEMBER_ADD = graphql(`
  mutation TeamMemberAdd($input: TeamMemberAddInput!) {
    teamMemberAdd(input: $input) {
      team {
        id
        version
        memberCount
        leader {
          id
          name
        }
        members {
          id
          name
          role
          accountId
          since
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

/** Ends a membership. */
export const TEAM_MEMBER_REMOVE = graphql(`
  mutation TeamMemberRemove($input: TeamMemberRemoveInput!) {
    teamMemberRemove(input: $input) {
      team {
        id
        version
        memberCount
        members {
          id
          name
          role
          accountId
          since
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
