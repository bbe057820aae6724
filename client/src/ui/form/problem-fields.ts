import type { ProblemData } from '../core/problem-text.ts';
import { problemText } from '../core/problem-text.ts';

/** The name of a field in antd's form. */
export type FieldName = readonly (string | number)[];

/** Turns a problem's path into the name of a field: `input.` goes, numbers count from 0. */
export function fieldOf(path: readonly string[]): FieldName {
  const inner = path[0] === 'input' ? path.slice(1) : path;
  return inner.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const keyOf = (name: FieldName): string => JSON.stringify(name);

/** Problems sorted to the fields that a form has; what fits none stands above the form. */
export interface PlacedProblems {
  readonly fields: readonly { readonly name: FieldName; readonly errors: readonly string[] }[];
  readonly rest: readonly ProblemData[];
}

/**
 * Places each problem on the field of its path, or on the nearest field around it: `plan.2.cost` lands on `plan`
 * when the form has only that.
 */
export function placeProblems(problems: readonly ProblemData[], known: readonly FieldName[]): PlacedProblems {
  const names = new Map(known.map((name) => [keyOf(name), name]));
  const fields = new Map<string, { name: FieldName; errors: string[] }>();
  const rest: ProblemData[] = [];
  for (const problem of problems) {
    let name = fieldOf(problem.path);
    while (name.length > 0 && !names.has(keyOf(name))) name = name.slice(0, -1);
    if (name.length === 0) {
      rest.push(problem);
      continue;
    }
    const field = fields.get(keyOf(name)) ?? { name, errors: [] };
    field.errors.push(problemText(problem.code, problem.params));
    fields.set(keyOf(name), field);
  }
  // In the order of the form, so that the first error is the topmost one.
  return { fields: known.flatMap((name) => fields.get(keyOf(name)) ?? []), rest };
}
