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
        scopeNameEn
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
