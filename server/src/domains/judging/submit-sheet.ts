import { SHEET_LIFECYCLE } from '@xinghuo/shared/judging/domain/score-sheet';
import { toFixed } from '@xinghuo/shared/judging/scoring/ratio';
import { sheetTotals } from '@xinghuo/shared/judging/scoring/sheet-total';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { beginWork, loadOwnSheet, type SheetOutcome } from './save-sheet.ts';
import { standingProblems } from './score-sheet.read.ts';
import { JUDGING_CHANGED } from './topics.ts';
import { type GivenSheet, marksAfter, noteMarks, writeMarks } from './write-marks.ts';

/** Submits a sheet: what is given is saved first, then every criterion must be marked. The total is exact. */
export const submitSheet = useCase(
  'scoreSheetSubmit',
  async (tx, input: GivenSheet): Promise<SheetOutcome> => {
    const loaded = await loadOwnSheet(tx, input);
    if ('scoreSheet' in loaded) return loaded;
    const { sheet, standing, criteria, begun } = loaded;
    noteMarks(tx, input, criteria);
    tx.settle();
    const marks = marksAfter(input, criteria);
    const remark = input.remark ?? sheet.remark;
    const problems = standingProblems('submit', { ...standing, marked: marks.size }, remark, tx.now);
    const before = sheet.state;
    const state = transitionTo(tx, SHEET_LIFECYCLE, 'submit', before, problems);
    const [total] = sheetTotals(criteria, [{ judge: '', entry: '', marks: Object.fromEntries(marks) }]);
    if (!total) throw new Error('one sheet has one total');
    writeMarks(tx, sheet, input, criteria, {
      state,
      total: toFixed(total, 4),
      submittedAt: tx.now,
      openedOrder: sheet.openedOrder ?? begun + 1,
    });
    if (before === 'ASSIGNED') await beginWork(tx, sheet.judge);
    await tx.publish(JUDGING_CHANGED, { roundId: sheet.round });
    return { scoreSheet: sheet.id };
  },
);
