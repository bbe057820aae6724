import { graphql } from '#client/__generated__/index.ts';

/** Where the account is signed in. */
export const SESSIONS = graphql(`
  query SessionList {
    sessions {
      id
      createdAt
      lastSeenAt
      expiresAt
      ip
      userAgent
      current
    }
  }
`);

/** Ends one session of the own account. */
export const SESSION_REVOKE = graphql(`
  mutation SessionRevoke($input: SessionRevokeInput!) {
    sessionRevoke(input: $input) {
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Signs out everywhere, this browser included. */
export const PROFILE_SIGN_OUT_ALL = graphql(`
  mutation ProfileSignOutAll {
    sessionEndAll {
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Changes the own name or language. */
export const VIEWER_UPDATE = graphql(`
  mutation ViewerUpdate($input: ViewerUpdateInput!) {
    viewerUpdate(input: $input) {
      viewer {
        id
        name
        locale
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
