import { SHEET_LIFECYCLE } from '@xinghuo/shared/judging/domain/score-sheet';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from '../identity/index.ts';
import { Assignment, ScoreSheet } from './assignment.entity.ts';
import { Conflict } from './judge.entity.ts';
import { scoreSheetAccess } from './judging.access.ts';
import { reasonOf } from './reason.ts';
import { standingProblems } from './score-sheet.read.ts';
import { standingOf } from './sheet-standing.ts';
import { JUDGING_CHANGED } from './topics.ts';

/** Takes a loaded sheet off its judge and records the conflict; returns the conflict's id. */
export async function recuse(tx: Tx, sheet: ScoreSheet, why: string): Promise<string> {
  const { standing } = await standingOf(tx, sheet.id);
  sheet.state = transitionTo(
    tx,
    SHEET_LIFECYCLE,
    'recuse',
    sheet.state,
    standingProblems('recuse', standing, sheet.remark, tx.now),
  );
  const reason = reasonOf(tx, why);
  tx.settle();
  sheet.recusedReason = reason;
  const assignment = await tx.em.findOneOrFail(Assignment, sheet.assignment.id);
  assignment.live = false;
  // The pair is free before the conflict stands: the database refuses the other order.
  await tx.em.flush();
  await tx.publish(JUDGING_CHANGED, { roundId: sheet.round.id });
  await tx.enqueue('judging.replace', { roundId: sheet.round.id });
  const [known] = await tx.query<{ id: string }>(
    sql`select id from conflict where judge_id = ${sheet.judge.id} and entry_id = ${sheet.entry.id} and withdrawn_at is null`,
  );
  if (known) return known.id;
  const conflict = tx.em.create(Conflict, {
    judge: sheet.judge,
    entry: sheet.entry,
    source: 'DECLARED',
    reason,
    createdBy: tx.em.getReference(Account, tx.accountId),
    createdAt: tx.now,
  });
  await tx.em.flush();
  return conflict.id;
}

/** A judge recuses from one entry. */
export const recuseSheet = useCase(
  'scoreSheetRecuse',
  async (tx, input: { readonly id: string; readonly reason: string }) => {
    const sheet = await tx.get(ScoreSheet, scoreSheetAccess, input.id, { right: 'mark' });
    await recuse(tx, sheet, input.reason);
    return { scoreSheet: sheet.id };
  },
);
