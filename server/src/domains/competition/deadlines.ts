import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import type { Row } from '../../platform/read/row.ts';

/** The last instant at which an edition takes entries, its extensions for everybody included; null while none is set. */
export function entriesDeadline(competitionId: Sql, closesAt: Sql): Sql<string | null> {
  return sql`greatest(${closesAt}, (select max(later.until) from deadline_extension later where later.competition_id = ${competitionId} and later.entry_id is null and later.round_id is null))`;
}

/** The deadline that counts for one entry: the edition's, its own extensions and, while it is returned, its resubmission. */
export function entryDeadline(entry: Row): Sql<string | null> {
  const edition = sql`(select dated.entries_close_at from competition dated where dated.id = ${entry.col('competition')})`;
  return sql`greatest(${entriesDeadline(entry.col('competition'), edition)}, (select max(own.until) from deadline_extension own where own.entry_id = ${entry.id}), case when ${entry.col('state')} = 'RETURNED' then ${entry.col('resubmitUntil')} end)`;
}

/**
 * The deadline of a round's scoring: its own, extensions for the whole round and, when a judge is given, that judge's.
 * `closesAt` is the round's column, `judgeId` a judge's key or null.
 */
export function roundDeadline(roundId: Sql, closesAt: Sql, judgeId: Sql): Sql<string | null> {
  return sql`greatest(${closesAt}, (select max(later.until) from deadline_extension later where later.round_id = ${roundId} and (later.judge_id is null or later.judge_id = ${judgeId})))`;
}
