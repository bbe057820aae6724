import { graphql } from '#client/__generated__/index.ts';

/** The log, line by line; one line by its id with `filter: { id: { eq } }`. */
export const AUDIT_EVENTS = graphql(`
  query AuditEventList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: AuditEventFilter
    $sort: [AuditEventSort!]
  ) {
    auditEvents(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        at
        accountId
        actor
        via
        operation
        subjectType
        subjectId
        subjectName
        subjectNameEn
        reason
        requestId
        changes
        sealPosition
        sealHash
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

/** A stretch of the hash chain, computed again. */
export const AUDIT_CHAIN = graphql(`
  query AuditChainStretch($from: Int!) {
    auditChain(from: $from) {
      links
      from
      to
      complete
      brokenAt
      unsealed
      head {
        position
        hash
      }
    }
  }
`);

/** What happened to one object. */
export const HISTORY = graphql(`
  query ObjectHistory($subjectType: String!, $subjectId: ID!) {
    history(subjectType: $subjectType, subjectId: $subjectId) {
      id
      at
      actor
      operation
      reason
      changes
    }
  }
`);
