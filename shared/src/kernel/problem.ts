/**
 * An expected refusal, as data. A mutation answers with `problems`; nothing was written when there is one.
 * The sentence a person reads lives in the client, by `code`, in both languages.
 */
export interface Problem {
  /** One of the documented codes: see `problem-codes.ts`. Stable for developers. */
  readonly code: string;
  /** The input field that caused it, outermost first; empty when the whole request is meant. */
  readonly path: readonly string[];
  /** Values the sentence needs: plain JSON, never personal data. */
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** Makes a problem; `path` may be given as `marks.3.value` or as an array. */
export function problem(
  code: string,
  path: string | readonly string[] = [],
  params: Problem['params'] = {},
): Problem {
  return { code, path: typeof path === 'string' ? path.split('.').filter(Boolean) : path, params };
}

/** The codes of one domain with what each means; every domain exports one such table. */
export type ProblemTable = Readonly<Record<string, string>>;
