import fc from 'fast-check';
import { type RuleKind, ruleOf } from './rules.ts';
import type { CompetitionInput, SheetInput } from './types.ts';

export const EVERY_RULE: readonly RuleKind[] = [
  'MEAN',
  'TRIMMED_MEAN',
  'MEDIAN',
  'Z_SCORE',
  'RANK',
  'SEVERITY',
];

/** Small competitions of two rounds, with ties, missing sheets, several categories and both kinds of awards. */
export function competitions(kinds: readonly RuleKind[]): fc.Arbitrary<CompetitionInput> {
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      entries: fc.integer({ min: 2, max: 7 }),
      judges: fc.integer({ min: 1, max: 5 }),
      categories: fc.integer({ min: 1, max: 2 }),
      drop: fc.integer({ min: 0, max: 2 }),
      decimals: fc.integer({ min: 0, max: 4 }),
      tieAtLine: fc.constantFrom('SHARE' as const, 'DELIBERATE' as const),
      quota: fc.integer({ min: 1, max: 3 }),
      // Half marks of 0 … 10, few enough to be equal often; null is a sheet never handed in.
      marks: fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 6 }), {
        minLength: 140,
        maxLength: 140,
      }),
    })
    .map((c): CompetitionInput => {
      let at = 0;
      const mark = (): number | null => c.marks[at++ % c.marks.length] ?? null;
      const sheets = (criteria: readonly string[], share: number): SheetInput[] =>
        Array.from({ length: Math.ceil(c.entries * share) }, (_, e) =>
          Array.from({ length: c.judges }, (__, j) => ({ e, j, given: criteria.map(mark) })),
        )
          .flat()
          .flatMap(({ e, j, given }) =>
            given.some((g) => g === null)
              ? []
              : [
                  {
                    judge: `j${j}`,
                    entry: `e${e}`,
                    marks: Object.fromEntries(criteria.map((id, k) => [id, String((given[k] ?? 0) / 2)])),
                  },
                ],
          );
      const criterion = (id: string, weight: string) => ({ id, weight, max: '10' });
      return {
        rule: ruleOf(c.kind, { dropHigh: c.drop, dropLow: Math.min(1, c.drop), decimals: c.decimals }),
        entries: Array.from({ length: c.entries }, (_, e) => ({
          id: `e${e}`,
          category: `c${e % c.categories}`,
        })),
        rounds: [
          {
            id: 'review',
            weight: '40',
            criteria: [criterion('need', '62.5'), criterion('spread', '37.5')],
            sheets: sheets(['need', 'spread'], 1),
          },
          {
            id: 'final',
            weight: '60',
            criteria: [criterion('stage', '100')],
            sheets: sheets(['stage'], 0.5),
          },
        ],
        tieBreaks: [
          { by: 'ROUND', round: 'final' },
          { by: 'CRITERION', round: 'review', criterion: 'need' },
        ],
        awards: [
          { id: 'grand', scope: 'OVERALL', quota: 1, tieAtLine: c.tieAtLine },
          { id: 'first', scope: 'CATEGORY', quota: c.quota, minimumTotal: '30', tieAtLine: c.tieAtLine },
        ],
        deliberation: [],
      };
    });
}

/** The same list in an order that a stream of numbers decides. */
export function reordered<T>(list: readonly T[], keys: readonly number[]): T[] {
  return list
    .map((value, k) => ({ value, key: keys[k % keys.length] ?? 0, k }))
    .sort((a, b) => a.key - b.key || b.k - a.k)
    .map(({ value }) => value);
}
