import { graphql } from '#client/__generated__/index.ts';

/** The list of units. */
export const UNITS = graphql(`
  query UnitList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: UnitFilter
    $sort: [UnitSort!]
  ) {
    units(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        name
        nameEn
        party
        kind
        role
        region {
          id
          fullName
          nameEn
        }
        duties
        liaisonName
        updatedAt
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

/** One unit, for its page and its form. */
export const UNIT = graphql(`
  query UnitPage($id: ID!) {
    unit(id: $id) {
      id
      version
      name
      nameEn
      party
      kind
      role
      region {
        id
        fullName
        nameEn
      }
      duties
      liaisonName
      updatedAt
      canManage
      canUpdate
    }
  }
`);

/** Registers a unit. */
export const UNIT_CREATE = graphql(`
  mutation UnitCreate($input: UnitCreateInput!) {
    unitCreate(input: $input) {
      unit {
        id
        name
      }
      problems {
        code
        path
        params
      }
    }
  }
`);

/** Changes a unit. */
export const UNIT_UPDATE = graphql(`
  mutation UnitUpdate($input: UnitUpdateInput!) {
    unitUpdate(input: $input) {
      unit {
        id
        version
        name
        nameEn
        party
        kind
        role
        region {
          id
          fullName
          nameEn
        }
        duties
        liaisonName
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
