import { sql } from 'kysely';
import { defineAccess } from '../../platform/access/access.ts';
import { anyOf, type Condition, type Sql } from '../../platform/access/condition.ts';
import { holds, type Viewer } from '../../platform/access/viewer.ts';
import { leadsTeam } from '../competition/index.ts';
import { audits, roundBegun, runsRound } from './judging.conditions.ts';

/** Met by judges of the round's edition once the round has begun. */
function judgesRound(viewer: Viewer, roundId: Sql): Condition {
  if (viewer.accountId === null || !holds(viewer, 'JUDGE')) return false;
  return sql<boolean>`(${roundBegun(roundId)} and exists (select 1 from judge sitting join round sat_round on sat_round.competition_id = sitting.competition_id where sat_round.id = ${roundId} and sitting.account_id = ${viewer.accountId}))`;
}

/** Met by leaders of teams that present, once the order is published. */
function presents(viewer: Viewer, roundId: Sql): Condition {
  const own = leadsTeam(viewer, sql<string>`shown_entry.team_id`);
  if (own === false) return false;
  return sql<boolean>`exists (select 1 from presentation shown join presentation_slot shown_slot on shown_slot.presentation_id = shown.id join entry shown_entry on shown_entry.id = shown_slot.entry_id where shown.round_id = ${roundId} and shown.published_at is not null and ${own === true ? sql`true` : own})`;
}

/** The starting order: the office and auditors, judges of the round, leaders who present once it is published. */
export const presentationAccess = defineAccess({
  subject: 'Presentation',
  read: (viewer, row) =>
    anyOf(
      audits(viewer),
      runsRound(viewer, row.col('round')),
      judgesRound(viewer, row.col('round')),
      presents(viewer, row.col('round')),
    ),
  actions: { manage: (viewer, row) => runsRound(viewer, row.col('round')) },
});

/** Turns are seen with their order; whose turn it is follows from the right to read the entry. */
export const presentationSlotAccess = defineAccess({
  subject: 'PresentationSlot',
  read: (viewer, row) =>
    anyOf(
      audits(viewer),
      runsRound(viewer, row.col('round')),
      judgesRound(viewer, row.col('round')),
      presents(viewer, row.col('round')),
    ),
  actions: { manage: (viewer, row) => runsRound(viewer, row.col('round')) },
});
