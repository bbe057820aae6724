import { graphql } from '#client/__generated__/index.ts';

/** The list of invitations. */
export const INVITATIONS = graphql(`
  query InvitationList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: InvitationFilter
    $sort: [InvitationSort!]
  ) {
    invitations(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        email
        name
        state
        invitedByName
        createdAt
        sentAt
        expiresAt
        acceptedAt
        grants {
          id
          role
          scope
          scopeName
          scopeNameEn
        }
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

/** Invites somebody. */
export const INVITATION_CREATE = graphql(`
  mutation InvitationCreate($input: InvitationCreateInput!) {
    invitationCreate(input: $input) {
      invitation {
        id
        email
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Sends a new link. */
export const INVITATION_RESEND = graphql(`
  mutation InvitationResend($input: InvitationResendInput!) {
    invitationResend(input: $input) {
      invitation {
        id
        state
        sentAt
        expiresAt
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
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Withdraws an invitation. */
export const INVITATION_REVOKE = graphql(`
  mutation InvitationRevoke($input: InvitationRevokeInput!) {
    invitationRevoke(input: $input) {
      invitation {
        id
        state
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
      problems {
        code
        path
        params
      }
    }
  }
`);
