import { queueOrder, seedOf } from '@xinghuo/shared/judging/domain/queue-order';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../platform/write/tx.ts';
import type { PlanPair } from './assignment.entity.ts';
import { JUDGING_CHANGED } from './topics.ts';

/** Each pair's place in its judge's own order of these pairs, from 1. */
function placesOf(
  roundId: string,
  pairs: readonly PlanPair[],
  anchors: ReadonlySet<string>,
): readonly number[] {
  const places = new Map<string, number>();
  for (const [judge, own] of Map.groupBy(pairs, ({ judgeId }) => judgeId)) {
    const order = queueOrder(
      seedOf(`${roundId} ${judge}`),
      own.map(({ entryId }) => entryId),
      anchors,
    );
    for (const [i, entry] of order.entries()) places.set(`${entry} ${judge}`, i + 1);
  }
  return pairs.map(({ entryId, judgeId }) => places.get(`${entryId} ${judgeId}`) ?? 1);
}

/**
 * Gives entries to judges: assignments with their empty sheets, in three statements whatever their number. Each judge's
 * new entries come after the ones held, in a random order of the judge's own with the anchors spread through it; its seed
 * follows from round and judge, so that it can be drawn again. A pair that was freed before and is given again takes its
 * old row back.
 */
export async function insertAssignments(
  tx: Tx,
  roundId: string,
  pairs: readonly PlanPair[],
  pinned: boolean,
): Promise<void> {
  if (pairs.length === 0) return;
  const anchors = await tx.query<{ entry: string }>(
    sql`select entry_id as entry from anchor where round_id = ${roundId}`,
  );
  const places = placesOf(roundId, pairs, new Set(anchors.map(({ entry }) => entry)));
  const input = JSON.stringify(
    pairs.map((pair, i) => ({ ...pair, id: uuidv7(), sheet: uuidv7(), place: places[i] })),
  );
  await tx.execute(
    sql`insert into assignment (id, created_at, updated_at, version, round_id, entry_id, judge_id, pinned, position, live)
      select g.id, ${tx.now}::timestamptz, ${tx.now}::timestamptz, 1, ${roundId}::uuid, g."entryId", g."judgeId", ${pinned}::boolean,
        g.place + coalesce((select max(held.position) from assignment held where held.judge_id = g."judgeId" and held.round_id = ${roundId}), 0), true
      from jsonb_to_recordset(${input}::jsonb) as g("entryId" uuid, "judgeId" uuid, id uuid, place int)
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
