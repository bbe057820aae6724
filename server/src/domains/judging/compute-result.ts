import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import type { Publication } from '@xinghuo/shared/judging/publication/publication';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { RunSql } from '../../platform/read/reader.ts';
import { Refusal } from '../../platform/write/refusal.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { Competition, competitionAccess } from '../competition/index.ts';
import type { EngineHooks } from './engine-thread.ts';
import { resultFingerprint } from './fingerprints.ts';
import { publish } from './publish.ts';
import {
  analysisSettings,
  competitionInput,
  type ResultFacts,
  resultFacts,
  rulesBeside,
} from './result-input.ts';
import { runResult } from './run-engine.ts';
import { type RuleResult, type StoredAnalysis, storeResults } from './store-result.ts';

interface Input {
  readonly competitionId?: string | null;
  readonly roundId?: string | null;
}

/** A computation ahead of its transaction. */
export interface ComputedFacts {
  readonly facts: ResultFacts;
  readonly results: readonly RuleResult[];
  /** What is published with the official one; null for a round. */
  readonly publication: Publication | null;
  readonly analysis: StoredAnalysis | null;
}

/**
 * Computes every rule on the facts, and the analysis unless one that holds for them is given. Throws a refusal that
 * names what is wrong with the input.
 */
export async function computeRules(
  facts: ResultFacts,
  options: {
    readonly analysis?: StoredAnalysis | null;
    readonly hooks?: EngineHooks;
    /** Nothing beside the official result: neither other rules, nor an analysis, nor anything to publish. */
    readonly officialOnly?: boolean;
  } = {},
): Promise<ComputedFacts> {
  const open = facts.rounds.find(({ state }) => state !== 'LOCKED');
  if (open)
    throw new Refusal([problem('ROUND_NOT_LOCKED', [], { round: open.title, roundEn: open.titleEn })]);
  if (facts.entries.length === 0) throw new Refusal([problem('ENTRIES_MISSING')]);
  const { officialOnly = false } = options;
  const rules = officialOnly ? [facts.rule] : rulesBeside(facts.rule);
  const inputs = rules.map((rule) => competitionInput(facts, rule));
  try {
    const known = options.analysis ?? null;
    const settings = known || officialOnly ? null : analysisSettings(facts);
    const [official] = inputs;
    const { results: computed, analysis } = await runResult({ inputs, settings }, options.hooks);
    const standings = computed[0]?.result.entries;
    return {
      facts,
      publication:
        facts.names && official && standings && !officialOnly
          ? await publish(official, standings, facts.names)
          : null,
      results: inputs.flatMap((input, i) => {
        const own = computed[i];
        return own ? [{ input, computed: own }] : [];
      }),
      analysis: analysis ? { ...analysis, settings: JSON.stringify(settings) } : known,
    };
  } catch (error) {
    if (error instanceof JudgingInputError) throw new Refusal(error.problems);
    throw error;
  }
}

/** Reads the facts of an edition or a round and computes every rule on them. */
export async function computeScope(read: RunSql, input: Input, hooks?: EngineHooks): Promise<ComputedFacts> {
  if ((input.competitionId ?? null) === null && (input.roundId ?? null) === null)
    throw new Refusal([problem('REQUIRED', 'competitionId')]);
  const [scope] = await read<{ competition: string; round: string | null }>(
    input.roundId
      ? sql`select competition_id as competition, id as round from round where id = ${input.roundId}`
      : sql`select id as competition, null as round from competition where id = ${input.competitionId}`,
  );
  if (!scope) throw new Refusal([problem('NOT_FOUND', input.roundId ? 'roundId' : 'competitionId')]);
  const facts = await resultFacts(read, scope.competition, scope.round);
  if (!facts) throw new Refusal([problem('NOT_FOUND', 'competitionId')]);
  return computeRules(facts, hooks ? { hooks } : {});
}

/**
 * Holds the edition and makes sure that a result of it may be stored: nothing is publicised, or an upheld objection
 * asks for a correction.
 */
export async function openForResults(
  tx: Tx,
  competitionId: string,
  /** An objection is being upheld in this very step. */
  upholding = false,
): Promise<Competition> {
  const competition = await tx.get(Competition, competitionAccess, competitionId, { right: 'manage' });
  if (competition.state !== 'PUBLICISED' && competition.state !== 'CLOSED') return competition;
  if (upholding && competition.state === 'PUBLICISED') return competition;
  const [upheld] = await tx.query<{ count: number }>(
    sql`select count(*)::int as count from objection where competition_id = ${competition.id} and state = 'UPHELD'`,
  );
  if (competition.state === 'CLOSED' || (upheld?.count ?? 0) === 0) tx.refuse(problem('RESULT_FROZEN'));
  return competition;
}

/** The present fingerprint of what a result is computed from. */
export async function fingerprintNow(tx: Tx, competitionId: string, roundId: string | null): Promise<string> {
  await tx.em.flush();
  const [now] = await tx.query<{ fingerprint: string }>(
    sql`select ${resultFingerprint(sql`${competitionId}::uuid`, sql`${roundId}::uuid`)} as fingerprint`,
  );
  return now?.fingerprint ?? '';
}

/** Computes the official result and the others beside it; what they were computed from must not have changed meanwhile. */
export const computeResult = preparedUseCase(
  'resultCompute',
  (read, input: Input) => computeScope(read, input),
  async (tx, _input: Input, computed) => {
    const { facts } = computed;
    const competition = await openForResults(tx, facts.competitionId);
    const fingerprint = await fingerprintNow(tx, facts.competitionId, facts.roundId);
    if (fingerprint !== facts.fingerprint) tx.refuse(problem('RESULT_OUTDATED'));
    const frozen = competition.state === 'PUBLICISED' && facts.roundId === null;
    const ids = await storeResults(tx, computed, { frozen, fingerprint });
    return { result: ids[0] ?? null, results: [...ids] };
  },
);
