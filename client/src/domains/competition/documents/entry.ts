import { graphql } from '#client/__generated__/index.ts';

/** One entry with everything its page shows. */
export const ENTRY = graphql(`
  query EntryPage($id: ID!) {
    entry(id: $id) {
      id
      version
      number
      title
      titleEn
      state
      stateReason
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
      contactName
      contactPhone
      createdAt
      submittedAt
      deadline
      resubmitUntil
      factsActiveMonths
      factsMembers
      factsMinutes
      category {
        id
        code
      }
      team {
        id
        name
        nameEn
      }
      competition {
        id
        title
        titleEn
        extensions {
          id
          entryId
          until
          reason
          createdAt
          createdByName
        }
      }
      award {
        id
        title
        titleEn
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
      revisions {
        id
        number
        submittedAt
        submittedByName
        content
      }
      screeningNotes {
        id
        field
        text
        authorName
        createdAt
        resolved
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

export const ENTRY_ACCEPT = graphql(`
  mutation EntryAccept($input: EntryStepInput!) {
    entryAccept(input: $input) {
      entry {
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
export const ENTRY_RETURN = graphql(`
  mutation EntryReturn($input: EntryReturnInput!) {
    entryReturn(input: $input) {
      entry {
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
export const ENTRY_REJECT = graphql(`
  mutation EntryReject($input: EntryReasonInput!) {
    entryReject(input: $input) {
      entry {
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
export const ENTRY_DISQUALIFY = graphql(`
  mutation EntryDisqualify($input: EntryReasonInput!) {
    entryDisqualify(input: $input) {
      entry {
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
export const ENTRY_WITHDRAW = graphql(`
  mutation EntryWithdrawByOffice($input: EntryReasonInput!) {
    entryWithdraw(input: $input) {
      entry {
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

/** The sheets of an entry, with what of their marks the viewer may see. */
export const ENTRY_SHEETS = graphql(`
  query EntrySheets($filter: ScoreSheetFilter) {
    scoreSheets(first: 100, filter: $filter, sort: [{ field: JUDGE, direction: ASC }]) {
      nodes {
        id
        state
        judgeCode
        total
        remark
        submittedAt
        recusedReason
        judge {
          id
          name
          nameEn
        }
        marks {
          id
          criterionId
          value
          comment
        }
        round {
          id
          position
          title
          titleEn
          criteria {
            id
            title
            titleEn
            max
            weight
            position
          }
        }
      }
    }
  }
`);

/** The official results of an edition, newest first: of each round, and of the whole where `round` is null. */
export const OFFICIAL_RESULTS = graphql(`
  query OfficialResults($filter: ResultFilter) {
    results(first: 20, filter: $filter, sort: [{ field: COMPUTED_AT, direction: DESC }]) {
      nodes {
        id
        computedAt
        round {
          id
        }
      }
    }
  }
`);

/** One entry in one result. */
export const ENTRY_RESULT = graphql(`
  query EntryResult($filter: ResultRowFilter) {
    resultRows(first: 1, filter: $filter) {
      nodes {
        id
        total
        categoryRank
        spread
        roundScores {
          roundId
          score
        }
      }
    }
  }
`);
