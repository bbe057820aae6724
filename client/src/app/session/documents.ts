import { graphql } from '../../__generated__/index.ts';

/** Who is signed in. */
export const VIEWER = graphql(`
  query Viewer {
    viewer {
      id
      name
      email
      locale
      grants {
        role
        scope
        scopeId
        scopeName
      }
      permissions
      mustChangePassword
    }
  }
`);

/** Signs in. */
export const SESSION_CREATE = graphql(`
  mutation SessionCreate($input: SessionCreateInput!) {
    sessionCreate(input: $input) {
      viewer {
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

/** Signs this browser out. */
export const SESSION_END = graphql(`
  mutation SessionEnd {
    sessionEnd {
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Signs the account out everywhere. */
export const SESSION_END_ALL = graphql(`
  mutation SessionEndAll {
    sessionEndAll {
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Changes the own password. */
export const PASSWORD_CHANGE = graphql(`
  mutation PasswordChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) {
      problems {
        code
        path
        params
      }
    }
  }
`);

/** What an invitation link offers. */
export const INVITATION = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      email
      name
      role
      expiresAt
    }
  }
`);

/** Takes up an invitation: sets the password and signs in. */
export const INVITATION_ACCEPT = graphql(`
  mutation InvitationAccept($input: InvitationAcceptInput!) {
    invitationAccept(input: $input) {
      problems {
        code
        path
        params
      }
    }
  }
`);
