import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../platform/write/tx.ts';
import type { PlanPair } from './assignment.entity.ts';
import { JUDGING_CHANGED } from './topics.ts';

/**
 * Gives entries to judges: assignments with their empty sheets, in two statements whatever their number. Each judge's
 * new entries come after the ones held, in an order of the judge's own that follows from the ids alone. A pair that was
 * freed before and is given again takes its old row back.
 */
export async function insertAssignments(
  tx: Tx,
  roundId: string,
  pairs: readonly PlanPair[],
  pinned: boolean,
): Promise<void> {
  if (pairs.length === 0) return;
  const input = JSON.stringify(pairs.map((pair) => ({ ...pair, id: uuidv7(), sheet: uuidv7() })));
  await tx.execute(
    sql`with given as (
        select x.*, row_number() over (partition by x."judgeId" order by md5(${roundId}::text || x."entryId" || x."judgeId")) as place
        from jsonb_to_recordset(${input}::jsonb) as x("entryId" uuid, "judgeId" uuid, id uuid)
      )
      insert into assignment (id, created_at, updated_at, version, round_id, entry_id, judge_id, pinned, position, live)
      select g.id, ${tx.now}::timestamptz, ${tx.now}::timestamptz, 1, ${roundId}::uuid, g."entryId", g."judgeId", ${pinned}::boolean,
        g.place + coalesce((select max(held.position) from assignment held where held.judge_id = g."judgeId" and held.round_id = ${roundId}), 0), true
      from given g
      on conflict (round_id, entry_id, judge_id) do update set live = true, pinned = excluded.pinned, version = assignment.version + 1, updated_at = excluded.updated_at`,
    { type: 'Assignment', id: roundId, kind: 'create', after: { round: roundId, pinned, pairs: [...pairs] } },
  );
  await tx.execute(
    sql`insert into score_sheet (id, created_at, updated_at, version, assignment_id, round_id, entry_id, judge_id, state, remark, seconds_spent)
      select x.sheet, ${tx.now}::timestamptz, ${tx.now}::timestamptz, 1, a.id, a.round_id, a.entry_id, a.judge_id, 'ASSIGNED', '', 0
      from jsonb_to_recordset(${input}::jsonb) as x("entryId" uuid, "judgeId" uuid, sheet uuid)
      join assignment a on a.round_id = ${roundId} and a.entry_id = x."entryId" and a.judge_id = x."judgeId"
      on conflict (judge_id, entry_id, round_id) do update set state = case when score_sheet.started_at is null then 'ASSIGNED' else 'DRAFT' end,
        recused_reason = null, version = score_sheet.version + 1, updated_at = excluded.updated_at`,
    { type: 'ScoreSheet', id: roundId, kind: 'create', after: { round: roundId, count: pairs.length } },
  );
  await tx.publish(JUDGING_CHANGED, { roundId });
}
