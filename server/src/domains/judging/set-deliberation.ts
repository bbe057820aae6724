import { RESULT_LIMITS } from '@xinghuo/shared/judging/domain/result';
import { problem } from '@xinghuo/shared/kernel/problem';
import { textProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import type { RunSql } from '../../platform/read/reader.ts';
import { Refusal } from '../../platform/write/refusal.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { AwardRule, Entry, entryAccess } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { type ComputedFacts, computeRules, fingerprintNow, openForResults } from './compute-result.ts';
import { reasonOf } from './reason.ts';
import { Deliberation } from './result.entity.ts';
import { resultFacts } from './result-input.ts';
import { analysisOf, storeResults } from './store-result.ts';

interface Input {
  readonly entryId: string;
  readonly awardId?: string | null;
  readonly reason: string;
}

/** The result as it would be with one decision set (`to`), or taken back (null). */
async function computeWith(
  read: RunSql,
  entryId: string,
  to: { readonly award: string | null; readonly reason: string } | null,
): Promise<ComputedFacts> {
  const [entry] = await read<{ competition: string }>(
    sql`select competition_id as competition from entry where id = ${entryId}`,
  );
  const facts = entry && (await resultFacts(read, entry.competition, null));
  if (!facts) throw new Refusal([problem('NOT_FOUND', 'entryId')]);
  if (!facts.entries.some(({ id }) => id === entryId))
    throw new Refusal([problem('ENTRY_NOT_IN_ROUND', 'entryId', { entry: entryId, state: null })]);
  if (to?.award && !facts.awards.some(({ id }) => id === to.award))
    throw new Refusal([problem('AWARD_OF_OTHER_EDITION', 'awardId')]);
  const others = facts.deliberation.filter(({ entry: decided }) => decided !== entryId);
  // A decision moves awards, not marks: the analysis of the same marks stands.
  const analysis = await analysisOf(read, facts.competitionId, null, facts.fingerprint);
  return computeRules(
    { ...facts, deliberation: to ? [...others, { entry: entryId, ...to }] : others },
    { analysis },
  );
}

/** Stores the result computed with the decision, once the decision itself is written. */
async function store(tx: Tx, computed: ComputedFacts, frozen: boolean): Promise<string | null> {
  const fingerprint = await fingerprintNow(tx, computed.facts.competitionId, null);
  const ids = await storeResults(tx, computed, { frozen, fingerprint });
  return ids[0] ?? null;
}

/** Refuses when anything but this decision has changed since the computation. */
async function holdStill(tx: Tx, { facts }: ComputedFacts): Promise<boolean> {
  const competition = await openForResults(tx, facts.competitionId);
  if (competition.state !== 'DELIBERATION' && competition.state !== 'PUBLICISED') {
    tx.refuse(problem('COMPETITION_STATE', [], { state: competition.state }));
  }
  if ((await fingerprintNow(tx, facts.competitionId, null)) !== facts.fingerprint)
    tx.refuse(problem('RESULT_OUTDATED'));
  return competition.state === 'PUBLICISED';
}

/** Awards by nomination have their own number; others may be exceeded for a reason, which is what deliberation is for. */
function noteQuota(tx: Tx, { facts }: ComputedFacts, awardId: string | null): void {
  const award = facts.awards.find(({ id }) => id === awardId);
  if (award?.scope !== 'NOMINATED') return;
  const given = facts.deliberation.filter((decision) => decision.award === award.id).length;
  if (given > award.quota) tx.note(problem('TOO_MANY', 'awardId', { max: award.quota }));
}

/** Gives an entry an award, or none, for a reason; the official result is computed again with it. */
export const setDeliberation = preparedUseCase(
  'deliberationSet',
  async (read, input: Input) => {
    const wrong = textProblem('reason', input.reason, {
      max: RESULT_LIMITS.reason,
      min: RESULT_LIMITS.reasonMinimum,
      required: true,
    });
    if (wrong) throw new Refusal([wrong]);
    return computeWith(read, input.entryId, { award: input.awardId ?? null, reason: input.reason.trim() });
  },
  async (tx, input: Input, prepared) => {
    const entry = await tx.get(Entry, entryAccess, input.entryId, { right: 'screen', path: 'entryId' });
    const frozen = await holdStill(tx, prepared);
    noteQuota(tx, prepared, input.awardId ?? null);
    const reason = reasonOf(tx, input.reason, RESULT_LIMITS.reason);
    tx.settle();
    const computed =
      prepared.results[0]?.computed.result.entries.find((row) => row.entry === entry.id)?.computedAward ??
      null;
    const award = (id: string | null) =>
      id === null ? null : tx.em.getReference(AwardRule, id, { wrapped: true });
    const known = await tx.em.findOne(Deliberation, { entry: entry.id });
    const decision =
      known ?? tx.em.create(Deliberation, { competition: entry.competition, entry, reason, at: tx.now });
    decision.from = award(computed);
    decision.to = award(input.awardId ?? null);
    decision.reason = reason;
    decision.by = tx.viewer.accountId
      ? tx.em.getReference(Account, tx.viewer.accountId, { wrapped: true })
      : null;
    decision.at = tx.now;
    await tx.em.flush();
    return { deliberation: decision.id, result: await store(tx, prepared, frozen) };
  },
);

/** Takes a decision back. */
export const removeDeliberation = preparedUseCase(
  'deliberationRemove',
  (read, input: { readonly entryId: string; readonly reason: string }) =>
    computeWith(read, input.entryId, null),
  async (tx, input, prepared) => {
    const entry = await tx.get(Entry, entryAccess, input.entryId, { right: 'screen', path: 'entryId' });
    const frozen = await holdStill(tx, prepared);
    reasonOf(tx, input.reason, RESULT_LIMITS.reason);
    const known = await tx.em.findOne(Deliberation, { entry: entry.id });
    if (!known) tx.note(problem('NOT_FOUND', 'entryId'));
    tx.settle();
    if (known) tx.em.remove(known);
    await tx.em.flush();
    return { deliberation: null, result: await store(tx, prepared, frozen) };
  },
);
