import { buildSchema, findBreakingChanges } from 'graphql';

/** A breaking change that was decided on. */
interface DeclaredChange {
  /** What breaks, in the words in which the comparison names it. */
  readonly change: string;
  /** Why callers have to bear it. */
  readonly why: string;
  /** The release that brings it. */
  readonly version: string;
}

/** The decisions since the last release. */
export interface Declarations {
  /** The release that the compared contract is of. */
  readonly since: string;
  readonly changes: readonly DeclaredChange[];
}

const VERSION = /^\d+\.\d+\.\d+$/;

/**
 * What is wrong between the released contract and the present one, as lines to print: breaking changes that nobody
 * declared, and declarations that say too little or that nothing in the contract answers to any more.
 */
export function contractFaults(
  released: string,
  present: string,
  { since, changes }: Declarations,
): readonly string[] {
  const breaking = new Set(
    findBreakingChanges(buildSchema(released), buildSchema(present)).map(({ description }) => description),
  );
  const declared = new Set(changes.map(({ change }) => change));
  return [
    ...(VERSION.test(since) ? [] : [`since names no release: ${since}`]),
    ...[...breaking]
      .filter((change) => !declared.has(change))
      .map((change) => `breaking and not declared: ${change}`),
    ...changes.flatMap(({ change, why, version }) => [
      ...(breaking.has(change) ? [] : [`declared, but nothing of the kind changed: ${change}`]),
      ...((why ?? '').trim().length >= 10 ? [] : [`declared without saying why: ${change}`]),
      ...(VERSION.test(version ?? '') && version !== since
        ? []
        : [`declared without the release that brings it: ${change}`]),
    ]),
  ];
}
