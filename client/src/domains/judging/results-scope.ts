import { chosenRound, type RoundOption } from './round-choice.ts';

/** The scope of a result over all rounds. */
export const WHOLE = 'all';

/**
 * Which result is shown: the round asked for, or `all`; without being asked, the whole edition once its rounds are
 * over, and the round under way before that.
 */
export function resultScope(
  edition: { readonly state: string; readonly rounds: readonly RoundOption[] },
  asked: string | null,
): string {
  if (asked === WHOLE || edition.rounds.some(({ id }) => id === asked)) return asked ?? WHOLE;
  const over =
    edition.state === 'DELIBERATION' || edition.state === 'PUBLICISED' || edition.state === 'CLOSED';
  return over ? WHOLE : (chosenRound(edition.rounds, null)?.id ?? WHOLE);
}

/** The categories that a result ranks anything in: the others would be empty pages. */
export function rankedCategories<C extends { readonly id: string }>(
  categories: readonly C[],
  rows: readonly { readonly category?: { readonly id: string } | null }[],
): readonly C[] {
  const given = new Set(rows.map(({ category }) => category?.id));
  return categories.filter(({ id }) => given.has(id));
}
