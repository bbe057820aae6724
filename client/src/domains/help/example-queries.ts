/** The five example queries of docs/api.md, by the name of their operation. A test holds the two together. */
export const EXAMPLE_QUERIES = {
  Editions: `query Editions {
  competitions(first: 5, sort: [{ field: YEAR, direction: DESC }]) {
    nodes { id year title state entriesCloseAt rounds { position title weight criteria { title weight max } } }
  }
}`,
  EligibleEntries: `query EligibleEntries {
  entries(first: 20, filter: { state: { in: [ELIGIBLE, IN_REVIEW] } }, sort: [{ field: NUMBER, direction: ASC }]) {
    nodes { number title titleEn state category { title } team { name unit { name } } submittedAt }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`,
  Teams: `query Teams {
  teams(first: 10, sort: [{ field: NAME, direction: ASC }]) {
    nodes { number name applicantKind memberCount region { fullName } unit { name party } }
    totalCount
  }
}`,
  Exemplars: `query Exemplars {
  exemplarProjects(first: 10, filter: { category: { eq: EMERGENCY } }) {
    nodes { title titleEn organisation award year summary replicablePoints }
  }
}`,
  Townships: `query Townships {
  regions(first: 60, filter: { level: { eq: TOWNSHIP } }) { nodes { code name fullName parent { name } } totalCount }
}`,
} as const;
export type ExampleName = keyof typeof EXAMPLE_QUERIES;

/** Their names in order. */
export const EXAMPLE_NAMES: readonly ExampleName[] = [
  'Editions',
  'EligibleEntries',
  'Teams',
  'Exemplars',
  'Townships',
];
