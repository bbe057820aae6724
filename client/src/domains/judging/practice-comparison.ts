import {
  canonicalDecimal,
  compare,
  parseDecimal,
  subtract,
  toFixed,
} from '@xinghuo/shared/judging/scoring/ratio';

/** One criterion of a practice entry after it was done. */
export interface ComparedMark {
  readonly criterionId: string;
  readonly own: string;
  readonly agreed: string;
  readonly reason: string;
  /** Own less agreed, with its sign; `0` when they are equal. */
  readonly difference: string;
  readonly direction: 'equal' | 'milder' | 'stricter';
}

/** Own marks beside the agreed ones, in the order of the criteria. */
export function comparePractice(
  criteria: readonly { readonly id: string }[],
  own: readonly { readonly criterionId: string; readonly value: string }[],
  agreed: readonly { readonly criterionId: string; readonly value: string; readonly reason: string }[],
): readonly ComparedMark[] {
  const given = new Map(own.map(({ criterionId, value }) => [criterionId, value]));
  return criteria.flatMap(({ id }): ComparedMark[] => {
    const mine = given.get(id);
    const right = agreed.find(({ criterionId }) => criterionId === id);
    if (mine === undefined || right === undefined) return [];
    const [a, b] = [parseDecimal(mine), parseDecimal(right.value)];
    const side = compare(a, b);
    const difference = canonicalDecimal(toFixed(subtract(a, b), 2));
    return [
      {
        criterionId: id,
        own: canonicalDecimal(mine),
        agreed: canonicalDecimal(right.value),
        reason: right.reason,
        difference: side > 0 ? `+${difference}` : difference.replace('-', '−'),
        direction: side === 0 ? 'equal' : side > 0 ? 'milder' : 'stricter',
      },
    ];
  });
}
