import { type ProblemData, problemText } from '#client/ui/core/problem-text.ts';
import type { WriteOutcome } from '#client/ui/core/use-write.ts';

/** Refused rows that are written out; the others are counted by the list itself. */
const NAMED = 5;

/**
 * Names the row behind each refusal of a step over several rows (`path: ['ids', '3']`, or `entryIds` where the step has ids of other things too), so that the reader knows which
 * ones to leave out. Refusals of the step as a whole stay as they are.
 */
export function nameRefusedRows<P>(
  outcome: WriteOutcome<P>,
  names: readonly string[],
  sentence: (name: string, why: string) => string,
): WriteOutcome<P> {
  if (outcome.ok || outcome.problems.length === 0) return outcome;
  const lines = outcome.problems.slice(0, NAMED).map((problem: ProblemData) => {
    const why = problemText(problem.code, problem.params);
    const [field, place] = problem.path;
    const name = field === 'ids' || field === 'entryIds' ? names[Number(place)] : undefined;
    return name === undefined ? why : sentence(name, why);
  });
  const more = outcome.problems.length - lines.length;
  return { ...outcome, message: [...lines, ...(more > 0 ? [`+${more}`] : [])].join('\n') };
}
