import { SHEET_LIFECYCLE } from '@xinghuo/shared/judging/domain/score-sheet';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { ScoreSheet } from './assignment.entity.ts';
import { scoreSheetAccess } from './judging.access.ts';
import { standingProblems } from './score-sheet.read.ts';
import { standingOf } from './sheet-standing.ts';
import { JUDGING_CHANGED } from './topics.ts';
import { type GivenSheet, noteMarks, writeMarks } from './write-marks.ts';

/** The sheet as it is now, with problems when nothing was written. */
export interface SheetOutcome {
  readonly scoreSheet: string;
  readonly problems?: readonly Problem[];
}

/** Loads a sheet for its judge. With a stale version it answers the server's sheet, so that both can be compared. */
export async function loadOwnSheet(tx: Tx, input: GivenSheet): Promise<ScoreSheet | SheetOutcome> {
  const sheet = await tx.get(ScoreSheet, scoreSheetAccess, input.id, { right: 'mark' });
  if (sheet.version === input.version) return sheet;
  const stale = problem('STALE_VERSION', 'version', { yours: input.version, current: sheet.version });
  return { scoreSheet: sheet.id, problems: [stale] };
}

/** The judge has begun: a listed judge is in office from the first save on. */
export async function beginWork(tx: Tx, sheet: ScoreSheet): Promise<void> {
  const judgeId = sheet.judge.id;
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
  const sheet = await loadOwnSheet(tx, input);
  if (!(sheet instanceof ScoreSheet)) return sheet;
  const { standing, criteria } = await standingOf(tx, sheet.id);
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
  await writeMarks(tx, sheet, input);
  sheet.state = state;
  // A save of marks alone is a new version too: the other tab must not overwrite it.
  sheet.updatedAt = tx.now;
  if (before === 'ASSIGNED') {
    await beginWork(tx, sheet);
    await tx.publish(JUDGING_CHANGED, { roundId: sheet.round.id });
  }
  return { scoreSheet: sheet.id };
});
