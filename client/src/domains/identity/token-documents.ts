import { graphql } from '#client/__generated__/index.ts';

/** The list of API tokens. */
export const API_TOKENS = graphql(`
  query ApiTokenList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ApiTokenFilter
    $sort: [ApiTokenSort!]
  ) {
    apiTokens(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        name
        hint
        scopes
        state
        accountId
        accountName
        createdAt
        expiresAt
        lastUsedAt
        canRevoke
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

/** The rights a token can be given. */
export const PERMISSIONS = graphql(`
  query PermissionList {
    permissions {
      name
      zh
      en
      held
    }
  }
`);

/** Makes a token. */
export const API_TOKEN_CREATE = graphql(`
  mutation ApiTokenCreate($input: ApiTokenCreateInput!) {
    apiTokenCreate(input: $input) {
      apiToken {
        id
        name
      }
      secret
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Ends a token. */
export const API_TOKEN_REVOKE = graphql(`
  mutation ApiTokenRevoke($input: ApiTokenRevokeInput!) {
    apiTokenRevoke(input: $input) {
      apiToken {
        id
        state
        canRevoke
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
