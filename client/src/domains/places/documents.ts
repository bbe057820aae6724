import { graphql } from '#client/__generated__/index.ts';

/** City, counties and townships: 55 rows, the tree of the page. */
export const REGION_TREE = graphql(`
  query RegionTree($after: String) {
    regions(first: 100, after: $after, filter: { level: { in: [CITY, COUNTY, TOWNSHIP] } }) {
      nodes {
        id
        code
        name
        nameEn
        level
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** One region with the numbers of what lies in it. */
export const REGION_PAGE = graphql(`
  query RegionPage($id: ID!) {
    region(id: $id) {
      id
      code
      name
      nameEn
      fullName
      level
      parent {
        id
        name
        nameEn
      }
    }
    counties: regions(filter: { within: $id, level: { eq: COUNTY } }) {
      totalCount
    }
    townships: regions(filter: { within: $id, level: { eq: TOWNSHIP } }) {
      totalCount
    }
    communities: regions(filter: { within: $id, level: { eq: COMMUNITY } }) {
      totalCount
    }
    teams(filter: { region: $id }) {
      totalCount
    }
    units(filter: { region: $id }) {
      totalCount
    }
  }
`);

/** The regions directly below one. */
export const REGIONS_BELOW = graphql(`
  query RegionsBelow(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: RegionFilter
    $sort: [RegionSort!]
  ) {
    regions(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        code
        name
        nameEn
        level
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
