import { sameStanding } from '@xinghuo/shared/judging/scoring/competition-result';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { isIn } from '../../platform/access/condition.ts';
import type { RunSql } from '../../platform/read/reader.ts';
import { Refusal } from '../../platform/write/refusal.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { type ComputedFacts, computeRules, fingerprintNow, openForResults } from './compute-result.ts';
import { objectionAccess } from './judging.access.ts';
import { judgeCodeSql } from './judging.conditions.ts';
import { Objection, type ObjectionEffect } from './result.entity.ts';
import { type ResultFacts, resultFacts } from './result-input.ts';
import { storeResults } from './store-result.ts';

type Removed = ObjectionEffect['removed'][number];

/** The official result computed again without some sheets, and what that changes. */
export interface Struck {
  readonly computed: ComputedFacts;
  readonly effect: ObjectionEffect;
}

/** The facts without the sheets: marks, and how they came about. */
function without(facts: ResultFacts, removed: readonly Removed[]): ResultFacts {
  const gone = new Set(
    removed.map(({ roundId, entryId, judgeCode }) => `${roundId} ${entryId} ${judgeCode}`),
  );
  return {
    ...facts,
    rounds: facts.rounds.map((round) => ({
      ...round,
      sheets: round.sheets.filter(({ entry, judge }) => !gone.has(`${round.id} ${entry} ${judge}`)),
    })),
    work: facts.work.filter(({ round, entry, judge }) => !gone.has(`${round} ${entry} ${judge}`)),
  };
}

interface Scope {
  readonly competition: string;
  readonly sheets: readonly (Removed & { readonly counted: boolean })[];
}

async function scopeOf(read: RunSql, objectionId: string, sheets: readonly string[]): Promise<Scope> {
  const [scope] = await read<{ scope: Scope }>(
    sql`select json_build_object('competition', o.competition_id, 'sheets', (select coalesce(json_agg(json_build_object(
        'sheetId', s.id, 'entryId', s.entry_id, 'roundId', s.round_id, 'total', s.total::text,
        'judgeCode', ${judgeCodeSql(sql`s.judge_id`)},
        'counted', s.state = 'LOCKED' and r.competition_id = o.competition_id and (o.entry_id is null or o.entry_id = s.entry_id)) order by s.id), '[]'::json)
      from score_sheet s join round r on r.id = s.round_id where ${isIn(sql`s.id`, sheets)})) as scope from objection o where o.id = ${objectionId}`,
  );
  if (!scope) throw new Refusal([problem('NOT_FOUND', 'id')]);
  return scope.scope;
}

/** The official result as it stands: places and awards by entry. */
async function standing(
  read: RunSql,
  competitionId: string,
): Promise<ReadonlyMap<string, ObjectionEffect['changes'][number]['before']>> {
  const rows = await read<ObjectionEffect['changes'][number]['before'] & { readonly entry: string }>(
    sql`select r.entry_id as entry, r.total_text as total, r.category_rank as "categoryRank", r.overall_rank as "overallRank", r.award_id as "awardId"
      from result t join result_row r on r.result_id = t.id where t.competition_id = ${competitionId} and t.round_id is null and t.official`,
  );
  return new Map(rows.map(({ entry, ...place }) => [entry, place]));
}

/** Computes the official result of the objection's edition without these sheets, by the same rule. */
export async function computeWithout(
  read: RunSql,
  objectionId: string,
  sheets: readonly string[],
  /** The official rule alone: enough to show what changes, not to store it. */
  officialOnly = false,
): Promise<Struck> {
  if (sheets.length === 0) throw new Refusal([problem('REQUIRED', 'removeSheets')]);
  if (sheets.length > 200) throw new Refusal([problem('TOO_MANY', 'removeSheets', { max: 200 })]);
  const scope = await scopeOf(read, objectionId, sheets);
  const known = new Map(scope.sheets.map((sheet) => [sheet.sheetId, sheet]));
  const wrong = sheets.flatMap((id, i) =>
    known.get(id)?.counted ? [] : [problem('SHEET_NOT_COUNTED', `removeSheets.${i}`, { sheet: id })],
  );
  if (wrong.length > 0) throw new Refusal(wrong);
  const facts = await resultFacts(read, scope.competition, null);
  const before = await standing(read, scope.competition);
  if (!facts || before.size === 0) throw new Refusal([problem('RESULT_MISSING')]);
  const removed = scope.sheets.map(({ counted: _counted, ...sheet }) => sheet);
  const computed = await computeRules(without(facts, removed), { officialOnly });
  const changes = (computed.results[0]?.computed.result.entries ?? []).flatMap((row) => {
    const old = before.get(row.entry);
    const { total, categoryRank, overallRank, award: awardId } = row;
    const same = sameStanding(old && { ...old, award: old.awardId }, row);
    const none = { total: null, categoryRank: null, overallRank: null, awardId: null };
    const after = { total, categoryRank, overallRank, awardId };
    return same ? [] : [{ entryId: row.entry, categoryId: row.category, before: old ?? none, after }];
  });
  return { computed, effect: { removed, changes } };
}

/** Shows what removing sheets would change. Nothing is written. */
export const previewObjection = preparedUseCase(
  'objectionPreview',
  (read, input: { readonly id: string; readonly removeSheets: readonly string[] }) =>
    computeWithout(read, input.id, input.removeSheets, true),
  async (tx, input, { effect }) => {
    await tx.get(Objection, objectionAccess, input.id, { right: 'decide', lock: 'none' });
    return { effect };
  },
);

/** Removes the sheets and stores the result computed without them in place of the publicised one. */
export async function strike(tx: Tx, { computed, effect }: Struck): Promise<string | null> {
  const { facts } = computed;
  const competition = await openForResults(tx, facts.competitionId, true);
  const ids = effect.removed.map(({ sheetId }) => sheetId);
  await tx.query(sql`select id from score_sheet where ${isIn(sql`id`, ids)} order by id for update`);
  if ((await fingerprintNow(tx, facts.competitionId, null)) !== facts.fingerprint)
    tx.refuse(problem('RESULT_OUTDATED'));
  await tx.execute(
    sql`update score_sheet set state = 'STRUCK', version = version + 1, updated_at = ${tx.now} where ${isIn(sql`id`, ids)}`,
    {
      type: 'ScoreSheet',
      id: ids[0] ?? '',
      kind: 'update',
      before: { state: 'LOCKED' },
      after: { state: 'STRUCK', sheets: ids },
    },
  );
  const fingerprint = await fingerprintNow(tx, facts.competitionId, null);
  const frozen = competition.state === 'PUBLICISED';
  const stored = await storeResults(tx, computed, { frozen, fingerprint });
  return stored[0] ?? null;
}
