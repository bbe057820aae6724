import { readCompetitionInput } from '../formats/bundle-file.ts';
import { Shape } from '../formats/shape.ts';
import { type Canonical, canonicalText, digestOf } from './canonical.ts';
import { type CompetitionResult, computeCompetition } from './competition-result.ts';
import type { CompetitionInput } from './types.ts';

/** How files of this shape call themselves. */
export const BUNDLE_FORMAT = 'xinghuo-result-1';

/** The version of the engines: raised when the same input would give another result. */
export const ENGINE_VERSION = '1';

/** Seeds of everything that is drawn beside the result; no official figure depends on one. */
export const BUNDLE_SEEDS = { places: 1 } as const;

/** Names for the ids in a bundle, so that people can read it; nothing is computed from them. */
export interface BundleNames {
  readonly competition: string;
  readonly year: number;
  readonly rounds: Readonly<Record<string, string>>;
  readonly criteria: Readonly<Record<string, string>>;
  readonly categories: Readonly<Record<string, string>>;
  readonly awards: Readonly<Record<string, string>>;
  /** Number and title of the awarded entries by code; who got no award stays a code. */
  readonly awarded: Readonly<Record<string, { readonly number: string; readonly title: string }>>;
}

/** A published result with everything it was computed from: anybody can recompute it. */
export interface ResultBundle {
  readonly format: typeof BUNDLE_FORMAT;
  readonly version: string;
  readonly seeds: Readonly<Record<string, number>>;
  readonly names: BundleNames | null;
  readonly input: CompetitionInput;
  readonly result: CompetitionResult;
  /** SHA-256 of the canonical text of all the rest: what is printed on the results page. */
  readonly digest: string;
}

/** One place where a stored result and its recomputation differ. */
export interface Difference {
  /** Such as `entries.3.total`. */
  readonly path: string;
  readonly stored: unknown;
  readonly recomputed: unknown;
}

/** Packs a result with its input, computing it where it is not given. Throws `JudgingInputError`. */
export function bundleOf(
  input: CompetitionInput,
  names: BundleNames | null = null,
  result: CompetitionResult = computeCompetition(input),
): ResultBundle {
  const body = {
    format: BUNDLE_FORMAT,
    version: ENGINE_VERSION,
    seeds: { ...BUNDLE_SEEDS },
    names,
    input,
    result,
  } as const;
  return { ...body, digest: digestOf(plain(body)) };
}

/** A bundle as the text of a file: canonical, so that the same bundle is the same bytes everywhere. */
export function bundleText(bundle: ResultBundle): string {
  return canonicalText(plain(bundle));
}

/** Data as it is after the way through JSON. */
function plain(value: unknown): Canonical {
  return JSON.parse(JSON.stringify(value)) as Canonical;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every leaf in which two pieces of plain data differ. */
export function differences(stored: unknown, recomputed: unknown, path = ''): Difference[] {
  const join = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(stored) && Array.isArray(recomputed)) {
    const length = Math.max(stored.length, recomputed.length);
    return Array.from({ length }, (_, k) => differences(stored[k], recomputed[k], join(String(k)))).flat();
  }
  if (isObject(stored) && isObject(recomputed)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(recomputed)])];
    return keys.flatMap((key) => differences(stored[key], recomputed[key], join(key)));
  }
  return Object.is(stored, recomputed)
    ? []
    : [{ path, stored: stored ?? null, recomputed: recomputed ?? null }];
}

/** The digest of a file's content without its own digest; null for content that no bundle has, such as fractions. */
function digestOfFile(data: Readonly<Record<string, unknown>>): string | null {
  try {
    const { digest: _own, ...body } = data;
    return digestOf(plain(body));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Recomputes a bundle as it was read from a file, and names every difference; none means that the published result is
 * what its input gives. `digest` is that of the file as it is: equal to the one on the results page, it is the file
 * that was published. Throws `JudgingInputError` where the file is no bundle.
 */
export function verifyBundle(data: unknown): {
  readonly recomputed: CompetitionResult;
  readonly digest: string | null;
  readonly differences: readonly Difference[];
} {
  const file = new Shape(data);
  const recomputed = computeCompetition(readCompetitionInput(file.get('input').value));
  const found = differences(file.get('result').value, plain(recomputed));
  const digest = isObject(data) ? digestOfFile(data) : null;
  const stored = file.get('digest');
  if (!stored.absent && stored.value !== digest)
    found.push({ path: 'digest', stored: stored.value, recomputed: digest });
  return { recomputed, digest, differences: found };
}
