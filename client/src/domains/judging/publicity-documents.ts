import { graphql } from '#client/__generated__/index.ts';

/** The edition on its way to publication: period, notice, the steps that are possible, and what is objected. */
export const PUBLICITY = graphql(`
  query PublicityPage($id: ID!) {
    competition(id: $id) {
      ...EditionSteps
      id
      state
      notice
      noticeEn
      publicityStartsAt
      publicityEndsAt
      publishedAt
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
    waiting: objections(first: 1, filter: { competition: { eq: $id }, state: { eq: RECEIVED } }) {
      totalCount
    }
    objections(first: 1, filter: { competition: { eq: $id } }) {
      totalCount
    }
  }
`);
