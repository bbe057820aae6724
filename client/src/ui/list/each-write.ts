import i18next from 'i18next';
import type { ProblemData } from '../core/problem-text.ts';
import type { WriteOutcome } from '../core/use-write.ts';

/** Names that are written out when a step failed for several rows. */
const NAMED = 5;

/**
 * Takes a step on each of several rows, one after the other, for steps that the contract takes on one object at a
 * time. A row that is refused does not stop the others; the sentence says how many were done and names the rest.
 */
export async function eachWrite<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  write: (row: Row) => Promise<WriteOutcome<unknown>>,
): Promise<WriteOutcome<null>> {
  const failed: { readonly name: string; readonly message: string }[] = [];
  const problems: ProblemData[] = [];
  for (const row of rows) {
    const outcome = await write(row);
    if (outcome.ok) continue;
    failed.push({ name: nameOf(row), message: outcome.message });
    problems.push(...outcome.problems);
  }
  if (failed.length === 0) return { ok: true, payload: null, problems: [], message: '' };
  const words = { ns: 'kit', done: rows.length - failed.length, count: failed.length };
  const named = failed.slice(0, NAMED).map((one) => i18next.t('list.failedRow', { ns: 'kit', ...one }));
  const rest = failed.length - named.length;
  const lines = [...named, ...(rest > 0 ? [i18next.t('list.failedMore', { ns: 'kit', count: rest })] : [])];
  const [gap, comma] = i18next.language === 'en' ? [' ', ' '] : ['', '；'];
  return { ok: false, problems, message: i18next.t('list.partly', words) + gap + lines.join(comma) };
}
