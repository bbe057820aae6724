import { type Problem, problem } from './problem.ts';

/** How long a text may be, in characters as people count them. */
export interface TextLimit {
  readonly max: number;
  /** An empty text is refused as REQUIRED. */
  readonly required?: boolean;
  /** A text that is there must have at least so many. */
  readonly min?: number;
}

/** A text as it is stored: blanks around it gone, nothing at all as null. */
export function cleanText(text: string | null | undefined): string | null {
  const clean = text?.replace(/\r\n?/g, '\n').trim() ?? '';
  return clean === '' ? null : clean;
}

/** What is wrong with a text, or null. Blanks around it do not count. */
export function textProblem(path: string, text: string | null | undefined, limit: TextLimit): Problem | null {
  const clean = cleanText(text);
  if (clean === null) return limit.required ? problem('REQUIRED', path) : null;
  // Ten megabytes are refused by their size alone: counting characters would only cost time.
  const length = clean.length > limit.max * 4 ? clean.length : [...clean].length;
  if (length > limit.max) return problem('TOO_LONG', path, { max: limit.max, length });
  return limit.min !== undefined && length < limit.min
    ? problem('TOO_SHORT', path, { min: limit.min, length })
    : null;
}

/** What is wrong with every text of a list, and with its length. */
export function textListProblems(
  path: string,
  texts: readonly string[],
  limit: TextLimit & { readonly count: number },
): readonly Problem[] {
  if (texts.length > limit.count) return [problem('TOO_MANY', path, { max: limit.count })];
  return texts.flatMap((text, index) => textProblem(`${path}.${index}`, text, limit) ?? []);
}

/** What is wrong with a whole number, or null. */
export function rangeProblem(
  path: string,
  value: number | null | undefined,
  min: number,
  max: number,
): Problem | null {
  if (value === null || value === undefined) return null;
  return Number.isInteger(value) && value >= min && value <= max
    ? null
    : problem('OUT_OF_RANGE', path, { min, max });
}
