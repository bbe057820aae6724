import { graphql } from '../../__generated__/index.ts';

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
