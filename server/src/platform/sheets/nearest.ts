/** The candidate that differs least from what was typed, or null when none is near enough to be meant. */
export function nearest(typed: string, candidates: readonly string[]): string | null {
  const wanted = normalise(typed).slice(0, 60);
  if (wanted === '') return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const text = normalise(candidate);
    // One inside the other ("应急" for 应急救援) is nearer than any same-length rival that differs everywhere.
    const contained = text.includes(wanted) || wanted.includes(text);
    const distance = contained ? 0.5 : editDistance([...wanted], [...text]);
    const tolerance = Math.max(1, Math.floor(Math.max(wanted.length, text.length) / 2));
    if (distance <= tolerance && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The form two cells are compared in: width, case and blanks do not count. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** Levenshtein's distance: the fewest insertions, deletions and replacements of one character. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, left] of a.entries()) {
    const current = [row + 1];
    for (const [column, right] of b.entries()) {
      current.push(
        Math.min(
          (previous[column + 1] ?? 0) + 1,
          (current[column] ?? 0) + 1,
          (previous[column] ?? 0) + (left === right ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
