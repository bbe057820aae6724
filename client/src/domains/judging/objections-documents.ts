import { graphql } from '#client/__generated__/index.ts';

/** Sheets an objection removes, and what that changes. */
graphql(`
  fragment ObjectionEffectFigures on ObjectionEffect {
    removed {
      sheetId
      entryId
      roundId
      judgeCode
      total
    }
    changes {
      entryId
      categoryId
      before {
        total
        categoryRank
        overallRank
        awardId
      }
      after {
        total
        categoryRank
        overallRank
        awardId
      }
    }
  }
`);

export const OBJECTIONS = graphql(`
  query ObjectionList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ObjectionFilter
    $sort: [ObjectionSort!]
  ) {
    objections(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        state
        text
        author
        createdAt
        decidedAt
        entry {
          id
          number
          title
          titleEn
        }
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

export const OBJECTION = graphql(`
  query ObjectionPage($id: ID!) {
    objection(id: $id) {
      id
      version
      state
      text
      author
      contact
      createdAt
      decision
      decidedAt
      effect {
        ...ObjectionEffectFigures @unmask
      }
      competition {
        id
        title
        titleEn
      }
      entry {
        id
        number
        title
        titleEn
      }
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
  }
`);

export const OBJECTION_DECIDE = graphql(`
  mutation ObjectionDecide($input: ObjectionDecideInput!) {
    objectionDecide(input: $input) {
      objection {
        id
        version
        state
        decision
        decidedAt
        effect {
          ...ObjectionEffectFigures @unmask
        }
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
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Shows what removing sheets would change; nothing is written. */
export const OBJECTION_PREVIEW = graphql(`
  mutation ObjectionPreview($input: ObjectionPreviewInput!) {
    objectionPreview(input: $input) {
      effect {
        ...ObjectionEffectFigures @unmask
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** The sheets of an entry that count. */
export const COUNTED_SHEETS = graphql(`
  query CountedSheets($entryId: ID!) {
    scoreSheets(
      first: 100
      filter: { entry: { eq: $entryId }, state: { in: [LOCKED] } }
      sort: [{ field: JUDGE, direction: ASC }]
    ) {
      nodes {
        id
        judgeCode
        total
        remark
        round {
          id
          title
          titleEn
        }
      }
    }
  }
`);

/** What entries of the official result are called. */
export const RESULT_NAMES = graphql(`
  query ResultNames($competitionId: ID!) {
    results(
      first: 1
      filter: { competition: { eq: $competitionId }, round: { isNull: true }, official: { eq: true } }
    ) {
      nodes {
        id
        rows {
          id
          entry {
            id
            number
            title
            titleEn
          }
        }
      }
    }
  }
`);
