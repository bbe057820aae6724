import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import {
  competitionGates,
  extendEntryRead,
  freezeRubricWhen,
  hideEntrant,
  onCompetitionStep,
  roundGates,
} from '../competition/index.ts';
import { resultFingerprint } from './fingerprints.ts';
import { holdsBlind, holdsEntry, practisesEntry } from './judging.conditions.ts';
import { freeze } from './store-result.ts';

/** A count as params while it is not zero. */
const whileAny = (name: string, count: Sql): Sql =>
  sql`(select jsonb_build_object(${name}::text, found.n) from (select ${count} as n) found where found.n > 0)`;

/** Judges read the entries they hold. */
extendEntryRead((viewer, entryId) => holdsEntry(viewer, entryId));

/** In a blind round they do not see whose entry it is. */
hideEntrant((viewer, entryId) => holdsBlind(viewer, entryId));

/** And those they practise on. */
extendEntryRead((viewer, entryId) => practisesEntry(viewer, entryId));

/** The rubric of a whole edition freezes with its first submitted sheet: weights of rounds hang together. */
freezeRubricWhen(
  (roundId) =>
    sql<boolean>`exists (select 1 from score_sheet submitted join round sheet_round on sheet_round.id = submitted.round_id join round same_edition on same_edition.competition_id = sheet_round.competition_id where same_edition.id = ${roundId} and submitted.submitted_at is not null)`,
);

roundGates.add({
  event: 'lock',
  code: 'SHEETS_MISSING',
  path: 'without',
  refuses: (row) =>
    whileAny(
      'missing',
      sql`(select count(*)::int from score_sheet open_sheet where open_sheet.round_id = ${row.id} and open_sheet.state in ('ASSIGNED', 'DRAFT'))`,
    ),
});

roundGates.add({
  event: 'reopen',
  code: 'COMPETITION_STATE',
  refuses: (row) =>
    sql`(select jsonb_build_object('state', reviewed.state) from competition reviewed where reviewed.id = ${row.col('competition')} and reviewed.state <> 'REVIEW')`,
});
roundGates.add({
  event: 'reopen',
  code: 'ROUND_BUILT_ON',
  refuses: (row) =>
    sql`(select jsonb_build_object('entries', built.entries) from (select
      (select count(*)::int from entry judged where judged.state in ('ADVANCED', 'ELIMINATED') and exists (select 1 from assignment held where held.entry_id = judged.id and held.round_id = ${row.id} and held.live)) as entries,
      exists (select 1 from round later where later.competition_id = ${row.col('competition')} and later.position > ${row.col('position')} and later.state <> 'PLANNED') as begun
    ) built where built.entries > 0 or built.begun)`,
});

const official = (competitionId: Sql): Sql =>
  sql`from result official_result where official_result.competition_id = ${competitionId} and official_result.round_id is null and official_result.official`;

competitionGates.add({
  event: 'publicise',
  code: 'RESULT_MISSING',
  refuses: (row) => sql`case when not exists (select 1 ${official(row.id)}) then jsonb_build_object() end`,
});
/** A result from before results were published with their bundle is outdated too: once frozen it gets none any more. */
competitionGates.add({
  event: 'publicise',
  code: 'RESULT_OUTDATED',
  refuses: (row) =>
    sql`case when exists (select 1 ${official(row.id)} and (official_result.fingerprint is distinct from ${resultFingerprint(row.id, sql`null::uuid`)}
      or not exists (select 1 from result_publication published where published.result_id = official_result.id))) then jsonb_build_object() end`,
});
competitionGates.add({
  event: 'publicise',
  code: 'RESULT_UNDECIDED',
  refuses: (row) =>
    whileAny(
      'entries',
      sql`(select count(*)::int from result_row undecided where undecided.result_id = (select official_result.id ${official(row.id)}) and 'UNDECIDED' = any(undecided.flags))`,
    ),
});
competitionGates.add({
  event: 'close',
  code: 'OBJECTIONS_OPEN',
  refuses: (row) =>
    whileAny(
      'count',
      sql`(select count(*)::int from objection waiting where waiting.competition_id = ${row.id} and waiting.state = 'RECEIVED')`,
    ),
});

/** The notice freezes the official result and puts its awards on the entries; closing then makes them final. */
onCompetitionStep('publicise', async (tx, competition) => {
  const [result] = await tx.query<{ id: string }>(
    sql`select official_result.id ${official(sql`${competition.id}::uuid`)}`,
  );
  if (result) await freeze(tx, result.id);
});
