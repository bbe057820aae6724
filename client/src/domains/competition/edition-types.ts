import type { EditionPageQuery } from '#client/__generated__/graphql.ts';

/** An edition as its set-up page knows it. */
export type EditionView = NonNullable<EditionPageQuery['competition']>;
export type RoundView = EditionView['rounds'][number];
export type CriterionView = RoundView['criteria'][number];
export type AwardView = EditionView['awardRules'][number];
