import { graphql } from '#client/__generated__/index.ts';

/** The list of accounts. */
export const ACCOUNTS = graphql(`
  query AccountList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: AccountFilter
    $sort: [AccountSort!]
  ) {
    accounts(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        version
        name
        email
        state
        lockedUntil
        hasPassword
        lastSeenAt
        createdAt
        grants {
          id
          role
          scope
          scopeName
          scopeNameEn
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

/** One account. */
export const ACCOUNT = graphql(`
  query AccountPage($id: ID!) {
    account(id: $id) {
      id
      version
      name
      email
      locale
      state
      hasPassword
      mustChangePassword
      lockedUntil
      lastSeenAt
      createdAt
      canManage
      grants {
        id
        role
        scope
        scopeId
        scopeName
        scopeNameEn
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

/** Makes an account. */
export const ACCOUNT_CREATE = graphql(`
  mutation AccountCreate($input: AccountCreateInput!) {
    accountCreate(input: $input) {
      account {
        id
        name
        email
      }
      oneTimePassword
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Changes name, address or language. */
export const ACCOUNT_UPDATE = graphql(`
  mutation AccountUpdate($input: AccountUpdateInput!) {
    accountUpdate(input: $input) {
      account {
        id
        version
        name
        email
        locale
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Closes an account. */
export const ACCOUNT_DISABLE = graphql(`
  mutation AccountDisable($input: AccountTransitionInput!) {
    accountDisable(input: $input) {
      account {
        id
        version
        state
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

/** Opens a closed account again. */
export const ACCOUNT_ENABLE = graphql(`
  mutation AccountEnable($input: AccountTransitionInput!) {
    accountEnable(input: $input) {
      account {
        id
        version
        state
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

/** Ends the present password. */
export const ACCOUNT_RESET_PASSWORD = graphql(`
  mutation AccountResetPassword($input: AccountResetPasswordInput!) {
    accountResetPassword(input: $input) {
      account {
        id
        version
        hasPassword
        mustChangePassword
        lockedUntil
      }
      oneTimePassword
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Gives a role. */
export const ROLE_GRANT_ADD = graphql(`
  mutation RoleGrantAdd($input: RoleGrantAddInput!) {
    roleGrantAdd(input: $input) {
      account {
        id
        version
        grants {
          id
          role
          scope
          scopeId
          scopeName
          scopeNameEn
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

/** Takes a role. */
export const ROLE_GRANT_REMOVE = graphql(`
  mutation RoleGrantRemove($input: RoleGrantRemoveInput!) {
    roleGrantRemove(input: $input) {
      account {
        id
        version
        grants {
          id
          role
          scope
          scopeId
          scopeName
          scopeNameEn
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
