import { graphql } from '#client/__generated__/index.ts';

/** What the board of a round shows, asked once and then as it changes. */
graphql(`
  fragment ProgressFigures on JudgingProgress {
    id
    total
    drafts
    submitted
    recused
    shortEntries
    perDay
    forecastAt
    asOf
    byCategory {
      categoryId
      code
      title
      titleEn
      total
      drafts
      submitted
      panelSize
    }
    byJudge {
      judgeId
      code
      name
      nameEn
      total
      drafts
      submitted
      lastActiveAt
      deadline
    }
  }
`);

export const PROGRESS = graphql(`
  query JudgingProgressPage($roundId: ID!) {
    judgingProgress(roundId: $roundId) {
      ...ProgressFigures @unmask
    }
  }
`);

/** The same figures as they change; they land on the same object, so the page is drawn from the query. */
export const PROGRESS_LIVE = graphql(`
  subscription JudgingProgressLive($roundId: ID!) {
    judgingProgress(roundId: $roundId) {
      ...ProgressFigures @unmask
    }
  }
`);

export const SHEETS = graphql(`
  query SheetList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ScoreSheetFilter
    $sort: [ScoreSheetSort!]
  ) {
    scoreSheets(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        state
        judgeCode
        total
        position
        submittedAt
        updatedAt
        secondsSpent
        recusedReason
        judge {
          id
          name
          nameEn
        }
        round {
          id
          title
          titleEn
        }
        entry {
          id
          number
          title
          titleEn
          category {
            id
            code
          }
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

export const SHEET = graphql(`
  query SheetPage($id: ID!) {
    scoreSheet(id: $id) {
      id
      version
      state
      judgeCode
      total
      remark
      remarkReleased
      withheldRemark {
        id
        reason
        byName
        at
      }
      position
      startedAt
      submittedAt
      deadline
      secondsSpent
      recusedReason
      judge {
        id
        name
        nameEn
      }
      round {
        id
        title
        titleEn
      }
      entry {
        id
        number
        title
        titleEn
        category {
          id
          code
        }
      }
      criteria {
        id
        title
        titleEn
        weight
        max
      }
      marks {
        id
        criterionId
        value
        comment
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

export const SHEET_REOPEN = graphql(`
  mutation SheetReopen($input: ScoreSheetReopenInput!) {
    scoreSheetReopen(input: $input) {
      scoreSheet {
        id
        version
        state
        total
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

/** Sheets that judges gave up, and which entries are short of judges now. */
export const RECUSALS = graphql(`
  query RecusalsPage($roundId: ID!) {
    scoreSheets(
      first: 100
      filter: { round: { eq: $roundId }, state: { eq: RECUSED } }
      sort: [{ field: UPDATED_AT, direction: DESC }]
    ) {
      nodes {
        id
        judgeCode
        recusedReason
        updatedAt
        judge {
          id
          name
          nameEn
        }
        entry {
          id
          number
          title
          titleEn
          category {
            id
            code
          }
        }
      }
      totalCount
    }
    assignmentBoard(roundId: $roundId) {
      id
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Gives one judge more time in a round. */
export const JUDGE_EXTEND = graphql(`
  mutation JudgeExtend($input: DeadlineExtendInput!) {
    deadlineExtend(input: $input) {
      competition {
        id
        version
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Keeps a remark from the entrant, or lets it go again. */
export const SHEET_WITHHOLD = graphql(`
  mutation SheetWithholdRemark($input: ScoreSheetWithholdRemarkInput!) {
    scoreSheetWithholdRemark(input: $input) {
      scoreSheet {
        id
        withheldRemark {
          id
          reason
          byName
          at
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

/** What the system proposes after a recusal, with the names its pairs stand for. */
export const REPLACEMENT = graphql(`
  query ReplacementProposed($roundId: ID!) {
    judgingProgress(roundId: $roundId) {
      id
      replacement {
        id
        createdAt
        added {
          entryId
          judgeId
        }
        removed {
          entryId
          judgeId
        }
        loads {
          judgeId
          before
          after
          capacity
        }
        unmet {
          entryId
        }
      }
    }
    assignmentBoard(roundId: $roundId) {
      id
      entries {
        id
        number
        title
        titleEn
      }
      judges {
        id
        code
        name
        nameEn
      }
    }
  }
`);
