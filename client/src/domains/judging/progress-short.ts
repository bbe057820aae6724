/** A finding of the assignment board. */
interface Finding {
  readonly code: string;
  readonly params: unknown;
}

/** How many judges each short entry still needs, by its id, from the board's findings. */
export function shortEntries(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const short = new Map<string, number>();
  for (const { code, params } of findings) {
    if (code !== 'ENTRY_SHORT_OF_JUDGES' || typeof params !== 'object' || params === null) continue;
    const { entry, assigned, wanted } = params as Readonly<Record<string, unknown>>;
    if (typeof entry === 'string' && typeof assigned === 'number' && typeof wanted === 'number')
      short.set(entry, wanted - assigned);
  }
  return short;
}
