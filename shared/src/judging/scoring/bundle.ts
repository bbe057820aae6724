import { readCompetitionInput } from '../formats/bundle-file.ts';
import { Shape } from '../formats/shape.ts';
import { digestOfPiece, partsOf, plain } from './bundle-parts.ts';
import { canonicalText, digestOf } from './canonical.ts';
import { type CompetitionResult, computeCompetition } from './competition-result.ts';
import type { CompetitionInput } from './types.ts';

/** How files of this shape call themselves. */
export const BUNDLE_FORMAT = 'xinghuo-result-1';

/** The version of the engines: raised when the same input would give another result. */
export const ENGINE_VERSION = '3';

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
  /** Short digests of all that is not computed, by path; absent in bundles made before there were any. */
  readonly parts: Readonly<Record<string, string | null>>;
  /** SHA-256 of the canonical text of all the rest: what is printed on the results page. */
  readonly digest: string;
}

/** One place where a stored result and its recomputation differ. */
export interface Difference {
  /** Such as `entries.E004.total`, or `input.sheets.R2.E004.P11` for a sheet that is not the one that was published. */
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
  const seeds = { ...BUNDLE_SEEDS };
  const body = {
    format: BUNDLE_FORMAT,
    version: ENGINE_VERSION,
    seeds,
    names,
    input,
    result,
    parts: partsOf(input, { seeds, names }),
  } as const;
  return { ...body, digest: digestOf(plain(body)) };
}

/** A bundle as the text of a file: canonical, so that the same bundle is the same bytes everywhere. */
export function bundleText(bundle: ResultBundle): string {
  return canonicalText(plain(bundle));
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

/** A list of rows as an object by what tells them apart, so that a row more or less moves no other; `#2` for a second one. */
function byKey(rows: unknown, ...keys: readonly string[]): unknown {
  if (!Array.isArray(rows) || !rows.every(isObject)) return rows;
  const found = new Map<string, unknown>();
  for (const row of rows) {
    const name = keys.flatMap((key) => (row[key] === null ? [] : [String(row[key])])).join('.');
    let own = name;
    for (let times = 2; found.has(own); times++) own = `${name}#${times}`;
    found.set(own, row);
  }
  return Object.fromEntries(found);
}

/** A result whose rows are found by entry and award. */
function keyed(result: unknown): unknown {
  if (!isObject(result)) return result;
  return {
    ...result,
    entries: byKey(result.entries, 'entry'),
    awardLines: byKey(result.awardLines, 'award', 'category'),
    changes: byKey(result.changes, 'entry'),
  };
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
  const input = readCompetitionInput(file.get('input').value);
  const recomputed = computeCompetition(input);
  const found = differences(keyed(file.get('result').value), keyed(plain(recomputed)));
  const parts = file.get('parts');
  if (!parts.absent) {
    const beside = { seeds: file.get('seeds').value, names: file.get('names').value };
    found.push(...differences(parts.value, partsOf(input, beside)));
  }
  const { digest: _own, ...body } = isObject(data) ? data : {};
  const digest = digestOfPiece(body);
  const stored = file.get('digest');
  if (!stored.absent && stored.value !== digest)
    found.push({ path: 'digest', stored: stored.value, recomputed: digest });
  return { recomputed, digest, differences: found };
}
