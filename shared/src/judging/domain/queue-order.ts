import { random } from '../random.ts';

/** A seed that follows from a text: the same text gives the same seed on every machine (FNV-1a, 32 bits). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}

/** Fisher and Yates: every order is as likely as every other. */
function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const k = Math.floor(next() * (i + 1));
    const [a, b] = [out[i], out[k]];
    if (a !== undefined && b !== undefined) [out[i], out[k]] = [b, a];
  }
  return out;
}

/**
 * The order in which a judge meets entries: at random by a seed of the judge's own, so that no entry gains or loses by
 * its place with all judges; anchors are spread through the whole of it, one in each equal stretch and at random within,
 * so that they show drift and cannot be told by their place. The order of `entries` does not matter.
 */
export function queueOrder(
  seed: number,
  entries: readonly string[],
  anchors: ReadonlySet<string>,
): readonly string[] {
  const next = random(seed);
  const sorted = [...new Set(entries)].sort();
  const plain = shuffled(
    sorted.filter((id) => !anchors.has(id)),
    next,
  );
  const held = shuffled(
    sorted.filter((id) => anchors.has(id)),
    next,
  );
  const places = new Map(
    held.map((id, i) => [Math.floor(((i + next()) * sorted.length) / held.length), id] as const),
  );
  // Two anchors on one place: the stretches are shorter than a place only when nearly all are anchors.
  const left = held.filter((id) => ![...places.values()].includes(id));
  const rest = [...plain, ...left];
  const out: string[] = [];
  for (let place = 0; out.length < sorted.length; place++) {
    const anchor = places.get(place);
    if (anchor !== undefined) out.push(anchor);
    else {
      const id = rest.shift();
      if (id !== undefined) out.push(id);
    }
  }
  return out;
}
