import { SHEET_LIFECYCLE } from '@xinghuo/shared/judging/domain/score-sheet';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Stored, Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { ScoreSheet } from './assignment.entity.ts';
import { scoreSheetAccess } from './judging.access.ts';
import { standingProblems } from './score-sheet.read.ts';
import { counted, type SheetFacts, sheetFacts } from './sheet-standing.ts';
import { JUDGING_CHANGED } from './topics.ts';
import { type GivenSheet, noteMarks, writeMarks } from './write-marks.ts';

/** The sheet as it is now, with problems when nothing was written. */
export interface SheetOutcome {
  readonly scoreSheet: string;
  readonly problems?: readonly Problem[];
}

/**
 * Loads a sheet for its judge, with what the rules look at. With a stale version it answers the server's sheet, so that
 * both can be compared. The facts are of the instant before a wait for the lock: whatever was waited for either left
 * them alone or made a new version, as saving, recusing and giving up for the lock of the round do.
 */
export async function loadOwnSheet(
  tx: Tx,
  input: GivenSheet,
): Promise<(SheetFacts & { readonly sheet: Stored<ScoreSheet> }) | SheetOutcome> {
  const options = { right: 'mark' };
  const [sheet, facts] = await tx.row(ScoreSheet, scoreSheetAccess, input.id, options, sheetFacts);
  if (sheet.version === input.version) return { sheet, ...counted(facts) };
  const stale = problem('STALE_VERSION', 'version', { yours: input.version, current: sheet.version });
  return { scoreSheet: sheet.id, problems: [stale] };
}

/** The judge has begun: a listed judge is in office from the first save on. */
export async function beginWork(tx: Tx, judgeId: string): Promise<void> {
  const [waiting] = await tx.query<{ id: string }>(
    sql`select id from judge where id = ${judgeId} and state = 'INVITED' for update`,
  );
  if (waiting) {
    await tx.execute(
      sql`update judge set state = 'ACTIVE', version = version + 1, updated_at = ${tx.now} where id = ${judgeId}`,
      {
        type: 'Judge',
        id: judgeId,
        kind: 'update',
        before: { state: 'INVITED' },
        after: { state: 'ACTIVE' },
      },
    );
  }
}

/** Saves what has been marked so far. */
export const saveSheet = useCase('scoreSheetSave', async (tx, input: GivenSheet): Promise<SheetOutcome> => {
  const loaded = await loadOwnSheet(tx, input);
  if ('scoreSheet' in loaded) return loaded;
  const { sheet, standing, criteria, begun } = loaded;
  const before = sheet.state;
  const state = transitionTo(
    tx,
    SHEET_LIFECYCLE,
    'save',
    before,
    standingProblems('save', standing, sheet.remark, tx.now),
  );
  noteMarks(tx, input, criteria);
  tx.settle();
  // A save of marks alone is a new version too: the other tab must not overwrite it.
  writeMarks(tx, sheet, input, criteria, { state, openedOrder: sheet.openedOrder ?? begun + 1 });
  if (before === 'ASSIGNED') {
    await beginWork(tx, sheet.judge);
    await tx.publish(JUDGING_CHANGED, { roundId: sheet.round });
  }
  return { scoreSheet: sheet.id };
});
