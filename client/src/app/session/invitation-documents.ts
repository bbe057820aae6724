import { graphql } from '../../__generated__/index.ts';

/** What an invitation link offers. */
export const INVITATION = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      kind
      email
      name
      role
      hasPassword
      expiresAt
    }
  }
`);

/** Takes up an invitation: sets or checks the password and signs in. */
export const INVITATION_ACCEPT = graphql(`
  mutation InvitationAccept($input: InvitationAcceptInput!) {
    invitationAccept(input: $input) {
      landing
      problems {
        code
        path
        params
      }
    }
  }
`);
