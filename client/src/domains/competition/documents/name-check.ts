import { graphql } from '#client/__generated__/index.ts';

/** Where an entry would tell judges of a blind round whose it is. */
export const NAME_CHECK = graphql(`
  query NameCheck($id: ID!) {
    entry(id: $id) {
      id
      attachments {
        id
        title
      }
      nameCheck {
        mentions {
          field
          attachmentId
          inContent
          party
          name
          excerpt
        }
        unread
        textless
        partly
      }
    }
  }
`);
