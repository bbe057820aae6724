import { graphql } from '#client/__generated__/index.ts';

/** The list of editions. */
export const EDITIONS = graphql(`
  query EditionList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: CompetitionFilter
    $sort: [CompetitionSort!]
  ) {
    competitions(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        year
        title
        titleEn
        theme
        themeEn
        state
        entriesOpenAt
        entriesCloseAt
        entryCount
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

/** One edition with all that is set up in it. */
export const EDITION = graphql(`
  query EditionPage($id: ID!) {
    competition(id: $id) {
      ...EditionSteps
      id
      version
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
      entryCount
      rubricFrozen
      scoringRule
      currentRound {
        id
        title
        titleEn
      }
      hosts {
        id
        position
        unit {
          id
          name
          nameEn
        }
      }
      categories {
        id
        version
        code
        title
        titleEn
        position
        entryCount
        leadHost {
          id
          name
          nameEn
        }
      }
      rounds {
        id
        version
        position
        kind
        title
        titleEn
        weight
        judgesPerEntry
        advancePerCategory
        remarkMinimum
        practiceRule
        blind
        opensAt
        closesAt
        deadline
        state
        rubricFrozen
        criteria {
          id
          code
          title
          titleEn
          description
          descriptionEn
          weight
          max
          step
          position
          bands {
            from
            to
            label
            labelEn
            text
            textEn
            example
            exampleEn
          }
        }
      }
      awardRules {
        id
        title
        titleEn
        basis
        basisEn
        scope
        quota
        minimumTotal
        tieAtLine
        position
      }
      extensions {
        id
        entryId
        roundId
        judgeId
        until
        reason
        createdAt
        createdByName
      }
    }
  }
`);
