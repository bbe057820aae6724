import type { AssignmentResult } from '@xinghuo/shared/judging/assignment/types';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem } from '@xinghuo/shared/kernel/text-limits';
import type { Job } from '../../platform/jobs/define-job.ts';
import type { RunSql } from '../../platform/read/reader.ts';
import { Refusal } from '../../platform/write/refusal.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { Round, roundAccess } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { AssignmentPlan, type PlanPair, type PlanPreview } from './assignment.entity.ts';
import type { AssignmentKeep } from './assignment.inputs.ts';
import type { EngineHooks } from './engine-thread.ts';
import { type PlanFacts, planFacts, planProblem } from './plan-problem.ts';
import { runAssign, runRepair } from './run-engine.ts';
import { JUDGING_CHANGED } from './topics.ts';

/** What a coordinator wishes of a plan. */
export interface PlanWishes {
  readonly keep?: AssignmentKeep | null;
  readonly judgesPerEntry?: number | null;
  readonly seed?: number | null;
  /** Further reviews of some entries, beside what the round asks for. */
  readonly extra?: readonly { readonly entryId: string; readonly reviews: number }[] | null;
}

interface Input extends PlanWishes {
  readonly roundId: string;
}

/** A plan ahead of its transaction. */
export interface PreparedPlan {
  readonly fingerprint: string;
  readonly pairs: readonly PlanPair[];
  readonly preview: PlanPreview;
}

const key = ({ entryId, judgeId }: PlanPair): string => `${entryId} ${judgeId}`;

/** What changes, and what it achieves. */
function previewOf(
  facts: PlanFacts,
  result: AssignmentResult,
): { readonly pairs: readonly PlanPair[]; readonly preview: PlanPreview } {
  const pairs = result.pairs.map(([entryId, judgeId]) => ({ entryId, judgeId }));
  const held = facts.held.map(({ entry, judge }) => ({ entryId: entry, judgeId: judge }));
  const before = new Set(held.map(key));
  const after = new Set(pairs.map(key));
  const used = facts.judges.flatMap((judge, i) =>
    judge.state === 'WITHDRAWN' ? [] : [result.loads[i] ?? 0],
  );
  const preview: PlanPreview = {
    added: pairs.filter((pair) => !before.has(key(pair))),
    removed: held.filter((pair) => !after.has(key(pair))),
    loads: facts.judges.map((judge, i) => ({
      judgeId: judge.id,
      before: facts.held.filter((h) => h.judge === judge.id).length,
      after: result.loads[i] ?? 0,
      capacity: judge.capacity,
    })),
    measures: {
      wanted: result.coverage.wanted,
      assigned: result.coverage.assigned,
      lowestLoad: Math.min(...(used.length > 0 ? used : [0])),
      highestLoad: Math.max(0, ...used),
      affinity: String(result.affinity),
      affinityBound: String(result.dualBound),
      categories: result.categories.map(({ category, ...graph }) => ({ categoryId: category, ...graph })),
    },
    unmet: result.unmet.map(({ entry, missing, cause, waysOut }) => ({
      entryId: entry,
      missing,
      cause,
      waysOut,
    })),
    proof: result.proof,
  };
  return { pairs, preview };
}

/** Computes ahead of the transaction, in a worker. */
export async function planAhead(read: RunSql, input: Input, hooks?: EngineHooks): Promise<PreparedPlan> {
  const asked = [
    rangeProblem('judgesPerEntry', input.judgesPerEntry, 1, 20),
    rangeProblem('seed', input.seed, 0, 2_147_483_647),
    ...(input.extra ?? []).map(({ reviews }, i) => rangeProblem(`extra.${i}.reviews`, reviews, 1, 20)),
  ];
  const wrong = asked.filter((found) => found !== null);
  if (wrong.length > 0) throw new Refusal(wrong);
  const facts = await planFacts(read, input.roundId);
  if (!facts) throw new Refusal([problem('NOT_FOUND', 'roundId')]);
  if (facts.roundState === 'LOCKED') throw new Refusal([problem('ROUND_LOCKED', 'roundId')]);
  try {
    const keep = input.keep ?? 'ALL';
    const asked = planProblem(facts, {
      keep,
      judgesPerEntry: input.judgesPerEntry ?? facts.judgesPerEntry,
      seed: input.seed ?? 1,
      extra: new Map((input.extra ?? []).map(({ entryId, reviews }) => [entryId, reviews])),
    });
    const result =
      keep === 'LEAST'
        ? await runRepair(
            asked,
            facts.held.map(({ entry, judge }) => [entry, judge] as const),
            hooks,
          )
        : await runAssign(asked, hooks);
    return { fingerprint: facts.fingerprint, ...previewOf(facts, result) };
  } catch (error) {
    if (error instanceof JudgingInputError) throw new Refusal(error.problems);
    throw error;
  }
}

/**
 * Proposes replacements after a recusal: the least change that covers every entry again. The system makes it, a coordinator
 * looks at it and applies it. Nothing to add or nobody to add gives no proposal.
 */
export const proposeReplacements = preparedUseCase(
  'replacementsPropose',
  (read, { roundId }: { readonly roundId: string }) => planAhead(read, { roundId, keep: 'LEAST' }),
  async (tx, { roundId }, prepared) => {
    const round = await tx.em.findOneOrFail(Round, roundId);
    tx.subject = { type: 'Round', id: roundId };
    if (prepared.preview.added.length === 0) return { added: 0 };
    tx.em.create(AssignmentPlan, { round, createdBy: null, createdAt: tx.now, proposed: true, ...prepared });
    await tx.publish(JUDGING_CHANGED, { roundId });
    return { added: prepared.preview.added.length };
  },
);

/** Queued by a recusal; a second run finds the same facts and proposes the same. */
export const proposeReplacementsJob: Job = {
  name: 'judging.replace',
  long: true,
  async run({ execute, log }, data) {
    const { problems } = await execute(proposeReplacements, { roundId: String(data.roundId) });
    if (problems.length > 0)
      log.info({ problems: problems.map(({ code }) => code) }, 'no replacements proposed');
  },
};

/** Keeps a plan for applying. What it was computed from is kept as a fingerprint: applying compares it. */
export async function storePlan(tx: Tx, roundId: string, prepared: PreparedPlan): Promise<AssignmentPlan> {
  const round = await tx.get(Round, roundAccess, roundId, { right: 'manage', path: 'roundId', lock: 'none' });
  const plan = tx.em.create(AssignmentPlan, {
    round,
    createdBy: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
    createdAt: tx.now,
    ...prepared,
  });
  await tx.em.flush();
  return plan;
}

/** Plans an automatic assignment. */
export const makePlan = preparedUseCase(
  'assignmentPlan',
  (read, input: Input) => planAhead(read, input),
  async (tx, input, prepared) => ({
    assignmentPlan: (await storePlan(tx, input.roundId, prepared)).id,
  }),
);
