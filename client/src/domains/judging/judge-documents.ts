import { graphql } from '#client/__generated__/index.ts';

/** What a judge reads of an entry, in the work and in practice. */
graphql(`
  fragment JudgedEntry on Entry {
    id
    number
    title
    titleEn
    summary
    summaryEn
    need
    activities
    innovation
    replicability
    results
    plan {
      when
      what
    }
    budget {
      item
      amount
    }
    budgetTotal
    beneficiaries
    applicantKind
    factsActiveMonths
    factsMembers
    factsMinutes
    category {
      id
      title
      titleEn
    }
    team {
      id
      name
      nameEn
    }
    attachments {
      id
      kind
      title
      file {
        id
        name
        kind
        size
      }
    }
  }
`);

/** What a judge marks by. */
graphql(`
  fragment JudgedCriterion on Criterion {
    id
    title
    titleEn
    description
    descriptionEn
    weight
    max
    step
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
`);

/** What a judge’s sheet is after a step on it. */
graphql(`
  fragment SavedSheet on ScoreSheet {
    id
    version
    state
    total
    remark
    remarkReleased
    updatedAt
    marks {
      criterionId
      value
      comment
    }
  }
`);

/** The rounds the signed-in judge works in, the latest first. */
export const JUDGE_ROUNDS = graphql(`
  query JudgeRounds {
    judgeQueue {
      id
      year
      deadline
      assigned
      submitted
      round {
        id
        title
        titleEn
        kind
        position
        state
        opensAt
        criteria {
          id
          title
          titleEn
          weight
          max
          step
          bands {
            from
            to
            label
            labelEn
          }
        }
      }
    }
  }
`);

/** The judge's own sheets of a round, by category and in the own order. */
export const JUDGE_SHEETS = graphql(`
  query JudgeSheets($round: ID!, $after: String) {
    scoreSheets(
      first: 200
      after: $after
      filter: { round: { eq: $round }, mine: { eq: true } }
      sort: [{ field: CATEGORY, direction: ASC }, { field: POSITION, direction: ASC }]
    ) {
      nodes {
        id
        version
        state
        total
        position
        openedOrder
        submittedAt
        secondsSpent
        recusedReason
        marks {
          criterionId
          value
        }
        entry {
          id
          number
          title
          titleEn
          category {
            id
            title
            titleEn
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** One sheet with all that is read and marked at it. */
export const JUDGE_SHEET = graphql(`
  query JudgeSheet($id: ID!) {
    scoreSheet(id: $id) {
      id
      version
      state
      total
      position
      remark
      remarkReleased
      remarkMinimum
      practiceLeft
      availableTransitions {
        event
        allowed
      }
      deadline
      startedAt
      submittedAt
      updatedAt
      recusedReason
      marks {
        criterionId
        value
        comment
      }
      round {
        id
        title
        titleEn
        kind
        state
        opensAt
      }
      criteria {
        ...JudgedCriterion @unmask
      }
      entry {
        ...JudgedEntry @unmask
      }
    }
  }
`);

/** Saves what was marked so far. */
export const SHEET_SAVE = graphql(`
  mutation JudgeSheetSave($input: ScoreSheetSaveInput!) {
    scoreSheetSave(input: $input) {
      scoreSheet {
        ...SavedSheet @unmask
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Submits a sheet with what was marked last. */
export const SHEET_SUBMIT = graphql(`
  mutation JudgeSheetSubmit($input: ScoreSheetSubmitInput!) {
    scoreSheetSubmit(input: $input) {
      scoreSheet {
        ...SavedSheet @unmask
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** The judge has a tie to the entry and gives it up. */
export const SHEET_RECUSE = graphql(`
  mutation JudgeSheetRecuse($input: ScoreSheetRecuseInput!) {
    scoreSheetRecuse(input: $input) {
      scoreSheet {
        id
        version
        state
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Opens one of the own earliest sheets again. */
export const SHEET_REVISE = graphql(`
  mutation JudgeSheetRevise($input: ScoreSheetReviseInput!) {
    scoreSheetRevise(input: $input) {
      scoreSheet {
        ...SavedSheet @unmask
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
