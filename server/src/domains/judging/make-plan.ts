import type { AssignmentResult } from '@xinghuo/shared/judging/assignment/types';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem } from '@xinghuo/shared/kernel/text-limits';
import type { RunSql } from '../../platform/read/reader.ts';
import { Refusal } from '../../platform/write/refusal.ts';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { Round, roundAccess } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { AssignmentPlan, type PlanPair, type PlanPreview } from './assignment.entity.ts';
import type { AssignmentKeep } from './assignment.inputs.ts';
import { type PlanFacts, planFacts, planProblem } from './plan-problem.ts';
import { runAssign } from './run-engine.ts';

interface Input {
  readonly roundId: string;
  readonly keep?: AssignmentKeep | null;
  readonly judgesPerEntry?: number | null;
  readonly seed?: number | null;
}

interface Prepared {
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

/** Computes ahead of the transaction; a large edition in a worker, so that nobody else waits. */
async function prepare(read: RunSql, input: Input): Promise<Prepared> {
  const asked = [
    rangeProblem('judgesPerEntry', input.judgesPerEntry, 1, 20),
    rangeProblem('seed', input.seed, 0, 2_147_483_647),
  ];
  const wrong = asked.filter((found) => found !== null);
  if (wrong.length > 0) throw new Refusal(wrong);
  const facts = await planFacts(read, input.roundId);
  if (!facts) throw new Refusal([problem('NOT_FOUND', 'roundId')]);
  if (facts.roundState === 'LOCKED') throw new Refusal([problem('ROUND_LOCKED', 'roundId')]);
  try {
    const result = await runAssign(
      planProblem(facts, {
        keep: input.keep ?? 'ALL',
        judgesPerEntry: input.judgesPerEntry ?? facts.judgesPerEntry,
        seed: input.seed ?? 1,
      }),
    );
    return { fingerprint: facts.fingerprint, ...previewOf(facts, result) };
  } catch (error) {
    if (error instanceof JudgingInputError) throw new Refusal(error.problems);
    throw error;
  }
}

/** Plans an automatic assignment. What it was computed from is kept as a fingerprint: applying compares it. */
export const makePlan = preparedUseCase('assignmentPlan', prepare, async (tx, input: Input, prepared) => {
  const round = await tx.get(Round, roundAccess, input.roundId, {
    right: 'manage',
    path: 'roundId',
    lock: 'none',
  });
  const plan = tx.em.create(AssignmentPlan, {
    round,
    createdBy: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
    createdAt: tx.now,
    ...prepared,
  });
  await tx.em.flush();
  return { assignmentPlan: plan.id };
});
