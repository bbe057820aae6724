import { sql } from 'kysely';
import { isIn, type Sql } from '../../platform/access/condition.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { JUDGING_CHANGED } from './topics.ts';

interface Released {
  readonly assignment: string;
  readonly sheet: string;
  readonly state: string;
  readonly round: string;
  readonly entry: string;
  readonly judge: string;
}

/**
 * Takes live assignments that are not submitted off their judges. `which` is a condition on the assignment `a`. Sheets
 * that nobody has begun go away with their assignment; begun ones stay as RECUSED, with their marks, and count for nothing.
 * Returns how many there were.
 */
export async function releaseAssignments(tx: Tx, which: Sql, reason: string): Promise<number> {
  await tx.em.flush();
  const found = await tx.query<Released>(
    sql`select a.id as assignment, s.id as sheet, s.state, a.round_id as round, a.entry_id as entry, a.judge_id as judge
      from assignment a join score_sheet s on s.assignment_id = a.id
      where a.live and s.state in ('ASSIGNED', 'DRAFT') and ${which} order by a.id for update of a, s`,
  );
  if (found.length === 0) return 0;
  const untouched = found.filter(({ state }) => state === 'ASSIGNED');
  const begun = found.filter(({ state }) => state === 'DRAFT');
  const pairs = (list: readonly Released[]) => list.map(({ entry, judge }) => ({ entry, judge }));
  if (begun.length > 0) {
    await tx.execute(
      sql`update score_sheet set state = 'RECUSED', recused_reason = ${reason}, version = version + 1, updated_at = ${tx.now} where ${isIn(
        sql`id`,
        begun.map((b) => b.sheet),
      )}`,
      {
        type: 'ScoreSheet',
        id: begun[0]?.sheet ?? '',
        kind: 'update',
        after: { state: 'RECUSED', pairs: pairs(begun) },
      },
    );
    await tx.execute(
      sql`update assignment set live = false, version = version + 1, updated_at = ${tx.now} where ${isIn(
        sql`id`,
        begun.map((b) => b.assignment),
      )}`,
      {
        type: 'Assignment',
        id: begun[0]?.assignment ?? '',
        kind: 'update',
        after: { live: false, pairs: pairs(begun) },
      },
    );
  }
  if (untouched.length > 0) {
    const ids = untouched.map((u) => u.assignment);
    await tx.execute(sql`delete from score_sheet where ${isIn(sql`assignment_id`, ids)}`, {
      type: 'ScoreSheet',
      id: untouched[0]?.sheet ?? '',
      kind: 'delete',
      before: { pairs: pairs(untouched) },
    });
    await tx.execute(sql`delete from assignment where ${isIn(sql`id`, ids)}`, {
      type: 'Assignment',
      id: ids[0] ?? '',
      kind: 'delete',
      before: { pairs: pairs(untouched) },
    });
  }
  for (const roundId of new Set(found.map((f) => f.round))) await tx.publish(JUDGING_CHANGED, { roundId });
  return found.length;
}
