import type { PublicEditionsQuery } from '#client/__generated__/graphql.ts';

type Edition = PublicEditionsQuery['competitions']['nodes'][number];

/** Phases in which awards are out. */
export const OUT: readonly Edition['state'][] = ['PUBLICISED', 'CLOSED'];

/** The latest edition whose awards are out. */
export const publishedEdition = (editions: readonly Edition[]): Edition | undefined =>
  editions.find(({ state }) => OUT.includes(state));
