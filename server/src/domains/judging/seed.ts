import { assign } from '@xinghuo/shared/judging/assignment/assign';
import { sql } from 'kysely';
import type { SeedRun } from '../../platform/seed.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { applyPlan } from './apply-plan.ts';
import type { PlanPair } from './assignment.entity.ts';
import { findConflicts } from './change-conflicts.ts';
import { insertAssignments } from './insert-assignments.ts';
import { makePlan } from './make-plan.ts';
import { planProblem } from './plan-problem.ts';
import { type SeedEdition, type SeedRound, seedEdition } from './seed-facts.ts';
import { type SeedJudge, seedConflicts, seedJudges } from './seed-judges.ts';
import { seedOffice, withdrawConflict } from './seed-office.ts';
import { seedAnchors, seedPractice } from './seed-practice.ts';
import { seedPresentation } from './seed-presentation.ts';
import {
  best,
  finishSeed,
  seedDeliberation,
  seedObjections,
  seedResult,
  withholdSeed,
} from './seed-results.ts';
import { seedSheets } from './seed-sheets.ts';

const JUDGES = { published: 36, inReview: 45 } as const;
const DAY = 86_400_000;

const assignPairs = useCase(
  'assignmentsSeed',
  async (tx, { round, pairs }: { readonly round: string; readonly pairs: readonly PlanPair[] }) => {
    await insertAssignments(tx, round, pairs, false);
    return { stored: pairs.length };
  },
);

/** Assigns a round that is over already: the engine on the same problem, stored without its plan. */
async function assignPast(
  run: SeedRun,
  edition: SeedEdition,
  round: SeedRound,
  judges: readonly SeedJudge[],
  entries: readonly string[],
): Promise<void> {
  const conflicts = await run.read<{ entry: string; judge: string }>(
    sql`select c.entry_id as entry, c.judge_id as judge from conflict c join judge j on j.id = c.judge_id where j.competition_id = ${edition.id} and c.withdrawn_at is null`,
  );
  const wanted = new Set(entries);
  const problem = planProblem(
    {
      fingerprint: '',
      competitionId: edition.id,
      roundState: 'LOCKED',
      judgesPerEntry: round.judgesPerEntry,
      entries: edition.entries.filter(({ id }) => wanted.has(id)),
      judges: judges.map(({ id, expertise }) => ({
        id,
        expertise,
        state: 'ACTIVE',
        capacity: 16,
        available: true,
      })),
      conflicts: [...conflicts],
      panels: [],
      anchors: [],
      held: [],
    },
    { keep: 'ALL', judgesPerEntry: round.judgesPerEntry, seed: 1 },
  );
  const pairs = assign(problem).pairs.map(([entryId, judgeId]) => ({ entryId, judgeId }));
  await run.run(assignPairs, { round: round.id, pairs }, { at: new Date(round.opensAt.getTime() - 2 * DAY) });
}

/** The published edition: both rounds judged and locked, result, deliberation, objections, awards. */
async function seedPublished(run: SeedRun, edition: SeedEdition): Promise<void> {
  const judges = await seedJudges(run, edition, JUDGES.published);
  const [first, final] = edition.rounds;
  if (!first || !final) return;
  await run.run(findConflicts, { roundId: first.id }, { at: edition.beforeReview });
  await seedConflicts(run, edition, judges);
  const whole = (round: SeedRound) => ({
    share: () => 1,
    drafts: () => false,
    from: round.opensAt,
    to: round.closesAt,
    lock: true,
  });
  await assignPast(
    run,
    edition,
    first,
    judges,
    edition.entries.map(({ id }) => id),
  );
  let sheets = await seedSheets(run, first, judges, whole(first));
  const document = await seedResult(
    run,
    { competitionId: edition.id, roundId: first.id, frozen: false },
    new Date(first.closesAt.getTime() + DAY),
  );
  const finalists = await best(run, document.official, first.advancePerCategory ?? 1);
  await assignPast(run, edition, final, judges, finalists);
  const turns = await seedPresentation(run, final, finalists);
  sheets += await seedSheets(run, final, judges, { ...whole(final), turns });
  const deliberated = new Date(edition.publicityStartsAt.getTime() - 10 * DAY);
  await seedResult(
    run,
    { competitionId: edition.id, roundId: final.id, frozen: false },
    new Date(final.closesAt.getTime() + DAY),
  );
  const computed = await seedResult(
    run,
    { competitionId: edition.id, roundId: null, frozen: false },
    deliberated,
  );
  await seedDeliberation(run, edition, computed.official, deliberated);
  await seedResult(
    run,
    { competitionId: edition.id, roundId: null, frozen: true },
    edition.publicityStartsAt,
  );
  await run.run(
    withholdSeed,
    { edition, reason: '评语提到了评委所在单位，公布后可能被对号入座，不予转交。' },
    { at: deliberated },
  );
  await seedObjections(run, edition);
  await run.run(finishSeed, { edition }, { at: edition.publishedAt ?? edition.publicityEndsAt });
  run.say(`已公布一届的评审 Judging, published: ${judges.length} judges, ${sheets} sheets`);
}

/** The edition in review: everybody assigned, about half the sheets in, some begun, and what the office did meanwhile. */
async function seedInReview(run: SeedRun, edition: SeedEdition, past: SeedEdition | null): Promise<void> {
  const judges = await seedJudges(run, edition, JUDGES.inReview);
  const [round] = edition.rounds;
  if (!round) return;
  await run.run(findConflicts, { roundId: round.id }, { at: edition.beforeReview });
  await seedConflicts(run, edition, judges);
  await withdrawConflict(run, edition);
  const planned = new Date(round.opensAt.getTime() - 2 * DAY);
  await seedAnchors(run, edition, round);
  if (past) await seedPractice(run, past, edition, round, judges);
  const { assignmentPlan } = await run.run(makePlan, { roundId: round.id }, { at: planned });
  const { added } = await run.run(applyPlan, { planId: assignmentPlan }, { at: planned });
  const now = new Date(Math.min(run.now.getTime(), round.closesAt.getTime()));
  // Some judges are through, some have not begun, most are in between: a mean of about a half.
  const shares = [0.9, 0.55, 0.3, 0.7, 0.5, 0.1, 0.65, 0.4, 1, 0];
  const written = await seedSheets(run, round, judges, {
    share: (judge) => shares[(judge * 7) % shares.length] ?? 0.5,
    drafts: (judge) => judge % 2 === 0,
    from: round.opensAt,
    to: new Date(now.getTime() - 3_600_000),
    lock: false,
  });
  await seedOffice(run, edition, round, now);
  run.say(
    `评审中的一届 Judging, in review: ${judges.length} judges, ${added} assigned, ${written} sheets written`,
  );
}

/** Loads the demonstration's judging, once the editions and their entries are there. */
export async function seedJudging(run: SeedRun): Promise<void> {
  const [published, inReview] = [
    await seedEdition(run.read, 'CLOSED'),
    await seedEdition(run.read, 'REVIEW'),
  ];
  if (published) await seedPublished(run, published);
  if (inReview) await seedInReview(run, inReview, published);
}
