import { sql } from 'kysely';
import { anyOf, type Condition, type Sql } from '../../platform/access/condition.ts';
import { holds, type Viewer } from '../../platform/access/viewer.ts';
import { runsCompetition } from '../competition/index.ts';

/** Met by those who run the edition of a round, by the round's key. */
export function runsRound(viewer: Viewer, roundId: Sql): Condition {
  const runs = runsCompetition(viewer, sql<string>`run_round.competition_id`);
  if (typeof runs === 'boolean') return runs;
  return sql<boolean>`exists (select 1 from round run_round where run_round.id = ${roundId} and ${runs})`;
}

/** Met by those who run the edition of a judge, by the judge's key. */
export function runsJudge(viewer: Viewer, judgeId: Sql): Condition {
  const runs = runsCompetition(viewer, sql<string>`run_judge.competition_id`);
  if (typeof runs === 'boolean') return runs;
  return sql<boolean>`exists (select 1 from judge run_judge where run_judge.id = ${judgeId} and ${runs})`;
}

/** Auditors read everything and change nothing. */
export function audits(viewer: Viewer): Condition {
  return holds(viewer, 'AUDITOR');
}

/**
 * The keys of an account as a judge: one an edition. An array, because the database then reads it once a statement,
 * wherever a policy asks for it, and not once a row.
 */
export function judgesOf(accountId: string | null): Sql {
  return sql`array(select own_judge.id from judge own_judge where own_judge.account_id = ${accountId})`;
}

/** Met when the judge's key is the viewer's own, whatever its state: a withdrawn judge keeps reading own work. */
export function isJudge(viewer: Viewer, judgeId: Sql): Condition {
  if (viewer.accountId === null || !holds(viewer, 'JUDGE')) return false;
  return sql<boolean>`${judgeId} = any (${judgesOf(viewer.accountId)})`;
}

/** Met when the round has begun: what is assigned before is the office's own business. */
export function roundBegun(roundId: Sql): Sql<boolean> {
  return sql<boolean>`exists (select 1 from round begun_round where begun_round.id = ${roundId} and begun_round.state <> 'PLANNED')`;
}

/** Met by entries that the viewer holds as a judge: live, in a round that has begun. */
export function holdsEntry(viewer: Viewer, entryId: Sql): Condition {
  if (viewer.accountId === null || !holds(viewer, 'JUDGE')) return false;
  return sql<boolean>`${entryId} in (select held.entry_id from assignment held join round held_round on held_round.id = held.round_id where held.live and held.judge_id = any (${judgesOf(viewer.accountId)}) and held_round.state <> 'PLANNED')`;
}

/** The office or an auditor, by the edition's key. */
export function overseesCompetition(viewer: Viewer, competitionId: Sql<string>): Condition {
  return anyOf(audits(viewer), runsCompetition(viewer, competitionId));
}

/** The code others see instead of a judge's name, by the judge's key. */
export function judgeCodeSql(judgeId: Sql): Sql<string> {
  return sql<string>`(select 'J' || lpad(coded.number::text, greatest(2, length(coded.number::text)), '0') from judge coded where coded.id = ${judgeId})`;
}

/**
 * Met by judges of a category in a round that has begun: members of its panel, or holders of one of its entries. The keys
 * are the round's and the category's.
 */
export function judgesCategory(viewer: Viewer, roundId: Sql, categoryId: Sql): Condition {
  if (viewer.accountId === null || !holds(viewer, 'JUDGE')) return false;
  return sql<boolean>`exists (select 1 from round trained_round join judge trainee on trainee.competition_id = trained_round.competition_id
    where trained_round.id = ${roundId} and trained_round.state <> 'PLANNED' and trainee.account_id = ${viewer.accountId} and trainee.state <> 'WITHDRAWN' and (
      exists (select 1 from judge_panel seat_panel join panel_member seat on seat.panel_id = seat_panel.id where seat_panel.round_id = trained_round.id and seat_panel.category_id = ${categoryId} and seat.judge_id = trainee.id)
      or exists (select 1 from assignment given join entry given_entry on given_entry.id = given.entry_id where given.round_id = trained_round.id and given.judge_id = trainee.id and given.live and given_entry.category_id = ${categoryId})))`;
}

/** Met by entries that the viewer practises on. */
export function practisesEntry(viewer: Viewer, entryId: Sql): Condition {
  const trains = judgesCategory(viewer, sql`trained.round_id`, sql`trained.category_id`);
  if (typeof trains === 'boolean') return trains;
  return sql<boolean>`exists (select 1 from practice_entry trained where trained.entry_id = ${entryId} and ${trains})`;
}

/**
 * Met by entries whose entrant is hidden from the viewer: a judge of the edition, while a blind round is on or the judge holds
 * the entry in one, until the awards are made public.
 */
export function holdsBlind(viewer: Viewer, entryId: Sql): Condition {
  if (viewer.accountId === null || !holds(viewer, 'JUDGE')) return false;
  return sql<boolean>`exists (select 1 from assignment held join judge holder on holder.id = held.judge_id join round held_round on held_round.id = held.round_id
    join competition held_edition on held_edition.id = held_round.competition_id
    where held.entry_id = ${entryId} and holder.account_id = ${viewer.accountId} and held_round.blind and held_edition.state not in ('PUBLICISED', 'CLOSED'))`;
}
