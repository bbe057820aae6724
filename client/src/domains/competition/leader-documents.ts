import { graphql } from '#client/__generated__/index.ts';

/** What waits for a team leader, and where the team's entries stand. */
export const LEADER_HOME = graphql(`
  query LeaderHome($entries: EntryFilter, $sessions: TrainingSessionFilter) {
    entries(first: 50, filter: $entries, sort: [{ field: UPDATED_AT, direction: DESC }]) {
      nodes {
        id
        number
        title
        titleEn
        state
        stateReason
        submittedAt
        deadline
        updatedAt
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
        completeness {
          code
          path
          params
        }
        screeningNotes {
          id
          field
          text
          resolved
        }
        competition {
          id
          year
          title
          titleEn
          state
          screeningCloseAt
          publicityStartsAt
          publicityEndsAt
          publishedAt
          rounds {
            id
            opensAt
            closesAt
          }
        }
      }
    }
    competitions(first: 10, sort: [{ field: YEAR, direction: DESC }]) {
      nodes {
        id
        year
        title
        titleEn
        theme
        themeEn
        state
        entriesOpenAt
        entriesDeadline
      }
    }
    trainingSessions(first: 5, filter: $sessions, sort: [{ field: STARTS_AT, direction: ASC }]) {
      nodes {
        id
        title
        titleEn
        startsAt
        state
        capacity
        registeredCount
        registrations {
          id
          attendees
          team {
            id
          }
        }
      }
    }
  }
`);

/** Editions that take entries, with what beginning one needs. */
export const OPEN_EDITIONS = graphql(`
  query OpenEditions {
    competitions(first: 5, filter: { state: { in: [OPEN, SCREENING] } }, sort: [{ field: YEAR, direction: DESC }]) {
      nodes {
        id
        year
        title
        titleEn
        theme
        themeEn
        state
        entriesOpenAt
        entriesDeadline
        categories {
          id
          code
          leadHost {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);

/** A team that may enter. */
export const ENTERING_TEAM = graphql(`
  query EnteringTeam($id: ID!) {
    team(id: $id) {
      id
      name
      nameEn
      state
      applicantKind
      activeMonths
      memberCount
      serviceMinutes
    }
  }
`);

export const ENTRY_CREATE = graphql(`
  mutation LeaderEntryCreate($input: EntryCreateInput!) {
    entryCreate(input: $input) {
      entry {
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

/** An entry as its form takes it. */
export const LEADER_ENTRY = graphql(`
  query LeaderEntry($id: ID!) {
    entry(id: $id) {
      id
      version
      number
      title
      titleEn
      state
      canEdit
      deadline
      applicantKind
      summary
      summaryEn
      need
      activities
      innovation
      replicability
      results
      beneficiaries
      contactName
      contactPhone
      plan {
        when
        what
      }
      budget {
        item
        amount
      }
      category {
        id
        code
      }
      team {
        id
        name
        nameEn
        state
        activeMonths
        memberCount
        serviceMinutes
      }
      competition {
        id
        year
        title
        titleEn
        categories {
          id
          code
        }
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
    }
  }
`);

/** Saves what is typed. The answer carries no content, so that nothing being typed is overwritten. */
export const ENTRY_SAVE = graphql(`
  mutation LeaderEntrySave($input: EntryUpdateInput!) {
    entryUpdate(input: $input) {
      entry {
        id
        version
        updatedAt
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
export const ENTRY_SUBMIT = graphql(`
  mutation LeaderEntrySubmit($input: EntryStepInput!) {
    entrySubmit(input: $input) {
      entry {
        id
        version
        number
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
export const ENTRY_WITHDRAW_OWN = graphql(`
  mutation LeaderEntryWithdraw($input: EntryReasonInput!) {
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

export const ATTACHMENT_ADD = graphql(`
  mutation LeaderAttachmentAdd($input: AttachmentAddInput!) {
    attachmentAdd(input: $input) {
      entry {
        id
        version
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
      problems {
        code
        path
        params
      }
    }
  }
`);
export const ATTACHMENT_REMOVE = graphql(`
  mutation LeaderAttachmentRemove($input: AttachmentRemoveInput!) {
    attachmentRemove(input: $input) {
      entry {
        id
        version
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
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Exemplary projects of a category, to learn from. */
export const LEARN = graphql(`
  query LeaderLearn($filter: ExemplarProjectFilter) {
    exemplarProjects(first: 4, filter: $filter, sort: [{ field: YEAR, direction: DESC }]) {
      nodes {
        id
        title
        titleEn
        organisation
        award
        year
      }
      totalCount
    }
  }
`);

/** The edition of an entry: phases and dates for the rail. */
export const LEADER_EDITION = graphql(`
  query LeaderEdition($id: ID!, $objections: ObjectionFilter) {
    competition(id: $id) {
      id
      state
      screeningCloseAt
      publicityStartsAt
      publicityEndsAt
      publishedAt
      rounds {
        id
        title
        titleEn
        weight
        opensAt
        closesAt
      }
    }
    objections(first: 20, filter: $objections, sort: [{ field: CREATED_AT, direction: DESC }]) {
      nodes {
        id
        state
        text
        decision
        createdAt
        decidedAt
      }
    }
  }
`);

/** The published result of an entry. */
export const LEADER_RESULT = graphql(`
  query LeaderResult($results: ResultFilter, $rows: ResultRowFilter) {
    results(first: 20, filter: $results, sort: [{ field: COMPUTED_AT, direction: DESC }]) {
      nodes {
        id
        round {
          id
        }
      }
    }
    resultRows(first: 10, filter: $rows) {
      nodes {
        id
        total
        categoryRank
        overallRank
        sharedCategory
        roundScores {
          roundId
          score
        }
      }
    }
  }
`);
