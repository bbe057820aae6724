import { SHEET_LIFECYCLE, SHEET_LIMITS } from '@xinghuo/shared/judging/domain/score-sheet';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { ScoreSheet } from './assignment.entity.ts';
import { scoreSheetAccess } from './judging.access.ts';
import { reasonOf } from './reason.ts';
import { standingProblems } from './score-sheet.read.ts';
import { standingOf } from './sheet-standing.ts';
import { JUDGING_CHANGED } from './topics.ts';

/** Gives a submitted sheet back to its judge. Marks, remark and total stay as they are until the judge changes them. */
export const reopenSheet = useCase(
  'scoreSheetReopen',
  async (tx, input: { readonly id: string; readonly version: number; readonly reason: string }) => {
    const sheet = await tx.get(ScoreSheet, scoreSheetAccess, input.id, {
      right: 'reopen',
      version: input.version,
    });
    const { standing } = await standingOf(tx, sheet.id);
    sheet.state = transitionTo(
      tx,
      SHEET_LIFECYCLE,
      'reopen',
      sheet.state,
      standingProblems('reopen', standing, sheet.remark, tx.now),
    );
    reasonOf(tx, input.reason, SHEET_LIMITS.reason);
    tx.settle();
    await tx.publish(JUDGING_CHANGED, { roundId: sheet.round.id });
    return { scoreSheet: sheet.id };
  },
);

/** A judge opens one of the own earliest sheets again, once half of the work is in. */
export const reviseSheet = useCase(
  'scoreSheetRevise',
  async (tx, input: { readonly id: string; readonly version: number }) => {
    const sheet = await tx.get(ScoreSheet, scoreSheetAccess, input.id, {
      right: 'mark',
      version: input.version,
    });
    const { standing } = await standingOf(tx, sheet.id);
    sheet.state = transitionTo(
      tx,
      SHEET_LIFECYCLE,
      'revise',
      sheet.state,
      standingProblems('revise', standing, sheet.remark, tx.now),
    );
    await tx.publish(JUDGING_CHANGED, { roundId: sheet.round.id });
    return { scoreSheet: sheet.id };
  },
);
