import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { useCase } from '../../platform/write/use-case.ts';
import { Round, roundAccess } from '../competition/index.ts';
import { AssignmentPlan } from './assignment.entity.ts';
import { planFingerprint } from './fingerprints.ts';
import { insertAssignments } from './insert-assignments.ts';
import { assignmentPlanAccess } from './judging.access.ts';
import { releaseAssignments } from './release-assignments.ts';

/** Applies a plan exactly as it was shown, or not at all. */
export const applyPlan = useCase('assignmentApply', async (tx, input: { readonly planId: string }) => {
  const plan = await tx.get(AssignmentPlan, assignmentPlanAccess, input.planId, {
    right: 'manage',
    path: 'planId',
  });
  if (plan.appliedAt) tx.refuse(problem('PLAN_APPLIED', 'planId'));
  const round = await tx.get(Round, roundAccess, plan.round.id, { right: 'manage' });
  if (round.state === 'LOCKED') tx.refuse(problem('ROUND_LOCKED', 'planId'));
  // Conflicts and assignments by hand hold the judge's row: none of them slips in between the comparison and the writing.
  await tx.query(
    sql`select id from judge where competition_id = ${round.competition.id} order by id for update`,
  );
  const [now] = await tx.query<{ fingerprint: string }>(
    sql`select ${planFingerprint(sql`${round.id}::uuid`)} as fingerprint`,
  );
  if (now?.fingerprint !== plan.fingerprint) tx.refuse(problem('PLAN_OUTDATED', 'planId'));
  const { added, removed } = plan.preview;
  const gone = JSON.stringify(removed);
  const pair = sql`(a.entry_id, a.judge_id) in (select x."entryId", x."judgeId" from jsonb_to_recordset(${gone}::jsonb) as x("entryId" uuid, "judgeId" uuid)) and a.round_id = ${round.id}`;
  const [begun] = await tx.query<{ begun: number }>(
    sql`select count(*)::int as begun from assignment a join score_sheet s on s.assignment_id = a.id where ${pair} and a.live and s.state <> 'ASSIGNED'`,
  );
  if ((begun?.begun ?? 0) > 0) tx.refuse(problem('PLAN_OUTDATED', 'planId'));
  const count = removed.length === 0 ? 0 : await releaseAssignments(tx, pair, 'PLAN');
  await insertAssignments(tx, round.id, added, false);
  plan.appliedAt = tx.now;
  return { assignmentPlan: plan.id, added: added.length, removed: count };
});
