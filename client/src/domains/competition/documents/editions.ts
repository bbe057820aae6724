import { graphql } from '#client/__generated__/index.ts';

/** The editions to choose from, newest first. */
export const EDITION_OPTIONS = graphql(`
  query EditionOptions {
    competitions(first: 50, sort: [{ field: YEAR, direction: DESC }]) {
      nodes {
        id
        year
        title
        titleEn
        state
      }
    }
  }
`);
