import { type Problem, problem } from '../../kernel/problem.ts';
import { compare, isDecimalText, parseDecimal, type Ratio, ratio, sum, toFixed, ZERO } from './ratio.ts';
import { ruleProblems } from './rules.ts';
import type { CompetitionInput, RoundInput } from './types.ts';

const HUNDRED = ratio(100n);

function decimal(text: string, path: readonly string[], problems: Problem[]): Ratio | null {
  if (isDecimalText(text)) return parseDecimal(text);
  problems.push(problem('NOT_A_DECIMAL', path, { value: text.slice(0, 40) }));
  return null;
}

function weightProblems(weights: readonly string[], path: readonly string[], problems: Problem[]): void {
  const values = weights.map((w) => decimal(w, path, problems));
  const known = values.filter((v) => v !== null);
  if (known.length < values.length) return;
  const total = sum(known);
  if (compare(total, HUNDRED) !== 0 || known.some((v) => v.n < 0n)) {
    problems.push(problem('WEIGHTS_NOT_100', path, { sum: toFixed(total, 4) }));
  }
}

function duplicates(
  kind: string,
  ids: readonly string[],
  path: readonly string[],
  problems: Problem[],
): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) problems.push(problem('DUPLICATE_ID', path, { kind, id }));
    seen.add(id);
  }
}

/** Every problem of a round’s criteria and sheets; `entries` are the ids a sheet may name. */
export function roundProblems(
  round: RoundInput,
  entries: ReadonlySet<string>,
  path: readonly string[] = ['round'],
): Problem[] {
  const problems: Problem[] = [];
  weightProblems(
    round.criteria.map((c) => c.weight),
    [...path, 'criteria'],
    problems,
  );
  duplicates(
    'criterion',
    round.criteria.map((c) => c.id),
    [...path, 'criteria'],
    problems,
  );
  const scales = round.criteria.map((c, i) => {
    const max = decimal(c.max, [...path, 'criteria', String(i), 'max'], problems);
    if (max && max.n <= 0n)
      problems.push(problem('OUT_OF_RANGE', [...path, 'criteria', String(i), 'max'], { min: 0 }));
    return { id: c.id, max, text: c.max };
  });
  const pairs = new Set<string>();
  round.sheets.forEach((sheet, i) => {
    const at = [...path, 'sheets', String(i)];
    const pair = JSON.stringify([sheet.judge, sheet.entry]);
    if (pairs.has(pair)) problems.push(problem('DUPLICATE_ID', at, { kind: 'sheet', id: pair }));
    pairs.add(pair);
    if (!entries.has(sheet.entry))
      problems.push(problem('UNKNOWN_REFERENCE', [...at, 'entry'], { kind: 'entry', id: sheet.entry }));
    for (const scale of scales) {
      const text = sheet.marks[scale.id];
      const who = { judge: sheet.judge, entry: sheet.entry, criterion: scale.id };
      if (text === undefined) {
        problems.push(problem('MARK_MISSING', [...at, 'marks', scale.id], who));
        continue;
      }
      const mark = decimal(text, [...at, 'marks', scale.id], problems);
      if (mark && scale.max && (compare(mark, ZERO) < 0 || compare(mark, scale.max) > 0)) {
        problems.push(
          problem('MARK_OUT_OF_RANGE', [...at, 'marks', scale.id], { ...who, max: scale.text, value: text }),
        );
      }
    }
  });
  return problems;
}

/** Every problem of a whole competition’s input; empty means that a result can be computed. */
export function competitionProblems(input: CompetitionInput): Problem[] {
  const problems: Problem[] = ruleProblems(input.rule);
  const entries = new Set(input.entries.map((e) => e.id));
  const rounds = new Map(input.rounds.map((r) => [r.id, new Set(r.criteria.map((c) => c.id))]));
  const awards = new Set(input.awards.map((a) => a.id));
  duplicates(
    'entry',
    input.entries.map((e) => e.id),
    ['entries'],
    problems,
  );
  duplicates(
    'round',
    input.rounds.map((r) => r.id),
    ['rounds'],
    problems,
  );
  duplicates(
    'award',
    input.awards.map((a) => a.id),
    ['awards'],
    problems,
  );
  duplicates(
    'deliberation',
    input.deliberation.map((d) => d.entry),
    ['deliberation'],
    problems,
  );
  weightProblems(
    input.rounds.map((r) => r.weight),
    ['rounds'],
    problems,
  );
  for (const [i, r] of input.rounds.entries())
    problems.push(...roundProblems(r, entries, ['rounds', String(i)]));
  input.tieBreaks.forEach((t, i) => {
    const path = ['tieBreaks', String(i)];
    const criteria = rounds.get(t.round);
    if (!criteria) problems.push(problem('UNKNOWN_REFERENCE', path, { kind: 'round', id: t.round }));
    else if (t.by === 'CRITERION' && !criteria.has(t.criterion)) {
      problems.push(problem('UNKNOWN_REFERENCE', path, { kind: 'criterion', id: t.criterion }));
    }
  });
  input.awards.forEach((a, i) => {
    const path = ['awards', String(i)];
    if (!Number.isInteger(a.quota) || a.quota < 0)
      problems.push(problem('OUT_OF_RANGE', [...path, 'quota'], { min: 0 }));
    if (a.minimumTotal !== undefined) decimal(a.minimumTotal, [...path, 'minimumTotal'], problems);
  });
  input.deliberation.forEach((d, i) => {
    const path = ['deliberation', String(i)];
    if (!entries.has(d.entry))
      problems.push(problem('UNKNOWN_REFERENCE', path, { kind: 'entry', id: d.entry }));
    if (d.award !== null && !awards.has(d.award))
      problems.push(problem('UNKNOWN_REFERENCE', path, { kind: 'award', id: d.award }));
    if (d.reason.trim() === '') problems.push(problem('REASON_REQUIRED', [...path, 'reason']));
  });
  return problems;
}
