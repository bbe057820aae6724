import { graphql } from '#client/__generated__/index.ts';

/** Editions that everybody may see, newest first. */
export const PUBLIC_EDITIONS = graphql(`
  query PublicEditions {
    competitions(first: 20, sort: [{ field: YEAR, direction: DESC }]) {
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

/** The notice of an edition with everything an entrant asks. */
export const PUBLIC_EDITION = graphql(`
  query PublicEdition($id: ID!) {
    competition(id: $id) {
      id
      year
      title
      titleEn
      theme
      themeEn
      notice
      noticeEn
      state
      entriesOpenAt
      entriesCloseAt
      entriesDeadline
      screeningCloseAt
      publicityStartsAt
      publicityEndsAt
      publishedAt
      scoringRule
      currentRound {
        id
        title
        titleEn
      }
      hosts {
        id
        unit {
          id
          name
          nameEn
        }
      }
      categories {
        id
        code
        leadHost {
          id
          name
          nameEn
        }
      }
      rounds {
        id
        kind
        title
        titleEn
        weight
        judgesPerEntry
        advancePerCategory
        opensAt
        closesAt
        criteria {
          id
          title
          titleEn
          weight
        }
      }
      awardRules {
        id
        title
        titleEn
        scope
        quota
        basis
        basisEn
      }
    }
  }
`);

/** The awards of an edition; a page of them at a time. */
export const PUBLIC_AWARDS = graphql(`
  query PublicAwards($id: ID!, $filter: EntryFilter, $after: String) {
    competition(id: $id) {
      id
      year
      title
      titleEn
      state
      publicityStartsAt
      publicityEndsAt
      publishedAt
      hosts {
        id
        unit {
          id
          name
          nameEn
        }
      }
      categories {
        id
        code
      }
      awardRules {
        id
        title
        titleEn
        position
      }
    }
    entries(first: 100, after: $after, filter: $filter, sort: [{ field: CATEGORY, direction: ASC }, { field: NUMBER, direction: ASC }]) {
      nodes {
        id
        number
        title
        titleEn
        category {
          id
          code
        }
        team {
          id
          name
          nameEn
        }
        award {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

/** A published project. */
export const PUBLIC_PROJECT = graphql(`
  query PublicProject($id: ID!) {
    entry(id: $id) {
      id
      number
      title
      titleEn
      summary
      summaryEn
      applicantKind
      category {
        id
        code
      }
      team {
        id
        name
        nameEn
      }
      award {
        id
        title
        titleEn
      }
      competition {
        id
        year
        title
        titleEn
        state
        publicityEndsAt
      }
    }
  }
`);

/** What an objection may be about. */
export const OBJECTION_SUBJECTS = graphql(`
  query ObjectionSubjects($id: ID!) {
    competition(id: $id) {
      id
      title
      titleEn
      state
      publicityEndsAt
    }
  }
`);

export const OBJECTION_CREATE = graphql(`
  mutation PublicObjectionCreate($input: ObjectionCreateInput!) {
    objectionCreate(input: $input) {
      reference
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Looks a published project up for the objection form. */
export const FIND_PUBLISHED = graphql(`
  query FindPublished($filter: EntryFilter) {
    entries(first: 20, filter: $filter, sort: [{ field: NUMBER, direction: ASC }]) {
      nodes {
        id
        number
        title
        titleEn
        team {
          id
          name
        }
      }
    }
  }
`);
