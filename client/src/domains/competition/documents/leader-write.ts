import { graphql } from '#client/__generated__/index.ts';

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
