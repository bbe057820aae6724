import { add, divide, multiply, parseDecimal, type Ratio, ZERO } from './ratio.ts';
import type { CriterionInput, SheetInput } from './types.ts';

/**
 * The total of a sheet on the scale 0 … 100, exactly: Σ weight · mark / max. Every criterion has its own scale; the
 * weights sum to 100. The caller has validated the sheet (`roundProblems`).
 */
export function sheetTotals(criteria: readonly CriterionInput[], sheets: readonly SheetInput[]): Ratio[] {
  const factors = criteria.map((c) => ({
    id: c.id,
    factor: divide(parseDecimal(c.weight), parseDecimal(c.max)),
  }));
  return sheets.map((sheet) =>
    factors.reduce(
      (total, { id, factor }) => add(total, multiply(factor, parseDecimal(sheet.marks[id] ?? '0'))),
      ZERO,
    ),
  );
}
