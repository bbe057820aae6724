import { graphql } from '#client/__generated__/index.ts';

/** An exemplary project as it is read. */
graphql(`
  fragment ExemplarText on ExemplarProject {
    id
    title
    titleEn
    organisation
    region
    award
    year
    summary
    summaryEn
    replicablePoints
    replicablePointsEn
  }
`);

/** The library as it is browsed. */
export const EXEMPLARS = graphql(`
  query ExemplarList($first: Int, $after: String, $filter: ExemplarProjectFilter) {
    exemplarProjects(
      first: $first
      after: $after
      filter: $filter
      sort: [{ field: CATEGORY, direction: ASC }, { field: YEAR, direction: DESC }, { field: TITLE, direction: ASC }]
    ) {
      nodes {
        category
        ...ExemplarText @unmask
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

/** How many projects each category holds. */
export const EXEMPLAR_COUNTS = graphql(`
  query ExemplarCounts {
    PUBLICITY: exemplarProjects(filter: { category: { eq: PUBLICITY } }) {
      totalCount
    }
    EMERGENCY: exemplarProjects(filter: { category: { eq: EMERGENCY } }) {
      totalCount
    }
    ENVIRONMENT: exemplarProjects(filter: { category: { eq: ENVIRONMENT } }) {
      totalCount
    }
    SCIENCE_LAW: exemplarProjects(filter: { category: { eq: SCIENCE_LAW } }) {
      totalCount
    }
    CULTURE_EDUCATION: exemplarProjects(filter: { category: { eq: CULTURE_EDUCATION } }) {
      totalCount
    }
    DAILY_LIFE: exemplarProjects(filter: { category: { eq: DAILY_LIFE } }) {
      totalCount
    }
    GOVERNANCE: exemplarProjects(filter: { category: { eq: GOVERNANCE } }) {
      totalCount
    }
    LIVELIHOOD: exemplarProjects(filter: { category: { eq: LIVELIHOOD } }) {
      totalCount
    }
    HEALTH: exemplarProjects(filter: { category: { eq: HEALTH } }) {
      totalCount
    }
  }
`);

/** One project. */
export const EXEMPLAR = graphql(`
  query ExemplarPage($id: ID!) {
    exemplarProject(id: $id) {
      version
      category
      ...ExemplarText @unmask
    }
  }
`);

/** Changes what is said about a project. */
export const EXEMPLAR_UPDATE = graphql(`
  mutation ExemplarProjectUpdate($input: ExemplarProjectUpdateInput!) {
    exemplarProjectUpdate(input: $input) {
      exemplarProject {
        id
        version
        titleEn
        summary
        summaryEn
        replicablePoints
        replicablePointsEn
      }
      problems {
        code
        path
        params
      }
    }
  }
`);
