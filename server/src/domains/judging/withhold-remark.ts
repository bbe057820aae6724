import { SHEET_LIMITS } from '@xinghuo/shared/judging/domain/score-sheet';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from '../identity/index.ts';
import { ScoreSheet } from './assignment.entity.ts';
import { scoreSheetAccess } from './judging.access.ts';
import { WithheldRemark } from './publication.entity.ts';
import { reasonOf } from './reason.ts';

interface Input {
  readonly id: string;
  readonly withhold: boolean;
  readonly reason: string;
}

/** Keeps a remark from the entrant, or lets it go again. The sheet does not change: the judge's choice stands beside it. */
export const withholdRemark = useCase('scoreSheetWithholdRemark', async (tx, input: Input) => {
  const sheet = await tx.get(ScoreSheet, scoreSheetAccess, input.id, { right: 'withhold' });
  const reason = reasonOf(tx, input.reason, SHEET_LIMITS.reason);
  tx.settle();
  const known = await tx.em.findOne(WithheldRemark, { sheet: sheet.id });
  const by = tx.em.getReference(Account, tx.accountId, { wrapped: true });
  if (!input.withhold) {
    if (known) tx.em.remove(known);
  } else if (known) {
    Object.assign(known, { reason, by, at: tx.now });
  } else {
    tx.em.create(WithheldRemark, { sheet, reason, by, at: tx.now });
  }
  await tx.em.flush();
  return { scoreSheet: sheet.id };
});
