import type { Analysis } from '@xinghuo/shared/judging/analysis/types';
import { DISAGREEMENT, type ResultFlag } from '@xinghuo/shared/judging/domain/result';
import { compare, parseDecimal, subtract, toFixed } from '@xinghuo/shared/judging/scoring/ratio';
import type { CompetitionInput } from '@xinghuo/shared/judging/scoring/types';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { RunSql } from '../../platform/read/reader.ts';
import type { Tx } from '../../platform/write/tx.ts';
import type { ComputedFacts } from './compute-result.ts';
import type { ComputedResult, SheetInScore } from './compute-with-sheets.ts';
import type { ResultFacts } from './result-input.ts';
import { storePublication } from './store-publication.ts';

/** A result by one rule, ready to be stored. */
export interface RuleResult {
  readonly input: CompetitionInput;
  readonly computed: ComputedResult;
}

/** An analysis as it is kept beside the official result. */
export interface StoredAnalysis {
  readonly value: Analysis;
  readonly digest: string;
  /** The settings as JSON text. */
  readonly settings: string;
}

/** Highest less lowest sheet of a round, or null with fewer than two. */
function spreadOf(sheets: readonly SheetInScore[]): string | null {
  if (sheets.length < 2) return null;
  const values = sheets.map(({ value }) => parseDecimal(value)).sort(compare);
  const low = values[0];
  const high = values.at(-1);
  return low && high ? toFixed(subtract(high, low), 4) : null;
}

/** The rows of a result as they are stored. */
export function resultRows(facts: ResultFacts, { result, sheets, untrimmed }: ComputedResult) {
  const undecided = new Set(result.awardLines.flatMap((line) => line.undecided));
  const decided = new Set(facts.deliberation.map(({ entry }) => entry));
  const moved = new Set(result.changes.map(({ entry }) => entry));
  const few = new Set(untrimmed);
  return result.entries.map((row) => {
    const own = sheets[row.entry] ?? [];
    const byRound = Map.groupBy(own, ({ roundId }) => roundId);
    const spreads = facts.rounds.map(({ id }) => spreadOf(byRound.get(id) ?? []));
    const short = facts.rounds.some(({ id, judgesPerEntry }) => {
      const count = byRound.get(id)?.length ?? 0;
      return count > 0 && count < judgesPerEntry;
    });
    const wide = spreads.some((spread) => spread !== null && Number(spread) >= DISAGREEMENT);
    const flags: ResultFlag[] = [
      ...(row.sharedCategory > 1 ? (['TIED'] as const) : []),
      ...(wide ? (['DISAGREEMENT'] as const) : []),
      ...(short ? (['FEW_SHEETS'] as const) : []),
      ...(few.has(row.entry) ? (['UNTRIMMED'] as const) : []),
      ...(undecided.has(row.entry) && !decided.has(row.entry) ? (['UNDECIDED'] as const) : []),
      ...(moved.has(row.entry) ? (['DELIBERATED'] as const) : []),
    ];
    return {
      id: uuidv7(),
      entry: row.entry,
      category: row.category,
      roundScores: facts.rounds.map(({ id }) => ({ roundId: id, score: row.rounds[id] ?? null })),
      total: row.total,
      categoryRank: row.categoryRank,
      overallRank: row.overallRank,
      sharedCategory: row.sharedCategory,
      sharedOverall: row.sharedOverall,
      computedAward: row.computedAward,
      award: row.award,
      spread: spreads.filter((spread) => spread !== null).at(-1) ?? null,
      sheetTotals: own.map(({ roundId, judge, value, counted }) => ({
        roundId,
        judgeCode: judge,
        value,
        counted,
      })),
      flags,
    };
  });
}

/** Award lines with the titles of their awards. */
function awardLines(facts: ResultFacts, { result }: ComputedResult) {
  const titles = new Map(facts.awards.map((award) => [award.id, award]));
  return result.awardLines
    .filter(({ award }) => titles.get(award)?.scope !== 'NOMINATED')
    .map((line) => ({
      awardId: line.award,
      awardTitle: titles.get(line.award)?.title ?? '',
      awardTitleEn: titles.get(line.award)?.titleEn ?? '',
      categoryId: line.category,
      quota: line.quota,
      given: line.given,
      undecided: line.undecided,
      line: line.line,
    }));
}

/**
 * Stores results of one go; the first is the official one and replaces the last. Results that were never publicised
 * go: the audit log keeps their digests. Returns their ids in the order given.
 */
export async function storeResults(
  tx: Tx,
  { facts, results, publication, analysis: beside }: ComputedFacts,
  options: {
    readonly frozen: boolean;
    readonly fingerprint: string;
  },
): Promise<readonly string[]> {
  const batch = uuidv7();
  const scope = sql`competition_id = ${facts.competitionId} and round_id is not distinct from ${facts.roundId}::uuid`;
  await tx.execute(sql`delete from result where ${scope} and frozen_at is null`, {
    type: 'Result',
    id: facts.roundId ?? facts.competitionId,
    kind: 'delete',
    before: { unpublished: true },
  });
  await tx.execute(sql`update result set official = false where ${scope} and official`, {
    type: 'Result',
    id: facts.roundId ?? facts.competitionId,
    kind: 'update',
    after: { official: false },
  });
  const ids: string[] = [];
  for (const [i, { input, computed }] of results.entries()) {
    const id = uuidv7();
    const { inputsDigest, resultDigest, changes } = computed.result;
    const official = i === 0;
    const analysis = official ? beside : null;
    await tx.execute(
      sql`insert into result (id, competition_id, round_id, batch, rule, official, computed_at, computed_by_id, inputs, inputs_digest, fingerprint, result_digest, outcome, analysis, analysis_settings, analysis_digest, frozen_at)
        values (${id}, ${facts.competitionId}, ${facts.roundId}, ${batch}, ${JSON.stringify(input.rule)}::jsonb, ${official}, ${tx.now}, ${tx.viewer.accountId},
          ${JSON.stringify(input)}, ${inputsDigest}, ${options.fingerprint}, ${resultDigest}, ${JSON.stringify({ awardLines: awardLines(facts, computed), changes })}::jsonb,
          ${analysis ? JSON.stringify(analysis.value) : null}::jsonb, ${analysis?.settings ?? null}, ${analysis?.digest ?? null}, ${null})`,
      {
        type: 'Result',
        id,
        kind: 'create',
        after: {
          rule: input.rule.kind,
          official,
          inputsDigest,
          resultDigest,
          analysisDigest: analysis?.digest ?? null,
        },
      },
    );
    await tx.execute(
      sql`insert into result_row (id, result_id, entry_id, category_id, round_scores, total, total_text, category_rank, overall_rank, shared_category, shared_overall, computed_award_id, award_id, spread, sheet_totals, flags)
        select x.id, ${id}::uuid, x.entry, x.category, x."roundScores", x.total::numeric, x.total, x."categoryRank", x."overallRank", x."sharedCategory", x."sharedOverall", x."computedAward", x.award, x.spread, x."sheetTotals",
          array(select jsonb_array_elements_text(x.flags))
        from jsonb_to_recordset(${JSON.stringify(resultRows(facts, computed))}::jsonb) as x(id uuid, entry uuid, category uuid, "roundScores" jsonb, total text, "categoryRank" int, "overallRank" int,
          "sharedCategory" int, "sharedOverall" int, "computedAward" uuid, award uuid, spread numeric, "sheetTotals" jsonb, flags jsonb)`,
      { type: 'ResultRow', id, kind: 'create', after: { rows: computed.result.entries.length } },
    );
    ids.push(id);
  }
  if (publication && ids[0]) await storePublication(tx, ids[0], publication);
  if (options.frozen && ids[0]) await freeze(tx, ids[0]);
  return ids;
}

/** The analysis beside the official result, if that stands on the facts with this fingerprint: it holds for them too. */
export async function analysisOf(
  read: RunSql,
  competitionId: string,
  roundId: string | null,
  fingerprint: string,
): Promise<StoredAnalysis | null> {
  const [found] = await read<StoredAnalysis>(
    sql`select analysis as value, analysis_digest as digest, analysis_settings as settings from result
      where competition_id = ${competitionId} and round_id is not distinct from ${roundId}::uuid and official and fingerprint = ${fingerprint} and analysis is not null`,
  );
  return found ?? null;
}

/** From here on nothing of a result changes, and its awards stand on the entries. */
export async function freeze(tx: Tx, resultId: string): Promise<void> {
  await tx.execute(sql`update result set frozen_at = ${tx.now} where id = ${resultId}`, {
    type: 'Result',
    id: resultId,
    kind: 'update',
    after: { frozenAt: tx.now.toISOString() },
  });
  const given = await tx.query<{ entry: string; award: string | null }>(
    sql`select r.entry_id as entry, r.award_id as award from result_row r join entry e on e.id = r.entry_id where r.result_id = ${resultId} and e.award_id is distinct from r.award_id order by r.entry_id for update of e`,
  );
  if (given.length === 0) return;
  await tx.execute(
    sql`update entry e set award_id = r.award_id, version = e.version + 1, updated_at = ${tx.now} from result_row r where r.result_id = ${resultId} and r.entry_id = e.id and e.award_id is distinct from r.award_id`,
    { type: 'Entry', id: resultId, kind: 'update', after: { awards: [...given] } },
  );
}
