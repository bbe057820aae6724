import { sql } from 'kysely';
import { defineAccess, type RowRule } from '../../platform/access/access.ts';
import { allOf, anyOf, type Condition, type Sql } from '../../platform/access/condition.ts';
import type { Viewer } from '../../platform/access/viewer.ts';
import { leadsTeam } from '../competition/index.ts';
import { audits, overseesCompetition, runsRound } from './judging.conditions.ts';

/** Met by publications of results for which a condition holds; `shown_result` is the result's alias. */
function ofResult(resultId: Sql, condition: Condition): Condition {
  if (typeof condition === 'boolean') return condition;
  return sql<boolean>`exists (select 1 from result shown_result where shown_result.id = ${resultId} and ${condition})`;
}

const oversees = (viewer: Viewer): Condition =>
  overseesCompetition(viewer, sql<string>`shown_result.competition_id`);
const noticed = sql<boolean>`(shown_result.official and shown_result.round_id is null and shown_result.frozen_at is not null)`;
const closed = sql<boolean>`exists (select 1 from competition closed_edition where closed_edition.id = shown_result.competition_id and closed_edition.state = 'CLOSED')`;

/** Who may have the bundle: the office and auditors; everybody once the edition is closed. */
export const bundleShown: RowRule = (viewer, row) =>
  ofResult(row.col('result'), anyOf(oversees(viewer), allOf(noticed, closed)));

/** Statistics and digest: the office and auditors; everybody from the public notice on. */
export const resultPublicationAccess = defineAccess({
  subject: 'ResultPublication',
  read: (viewer, row) => ofResult(row.col('result'), anyOf(oversees(viewer), noticed)),
  actions: { bundle: bundleShown },
});

/** Feedback: the office and auditors; a team its own, once the edition is closed. */
export const entryFeedbackAccess = defineAccess({
  subject: 'EntryFeedback',
  read: (viewer, row) => {
    const publication = sql`(select of_publication.result_id from result_publication of_publication where of_publication.id = ${row.col('publication')})`;
    const own = leadsTeam(viewer, sql<string>`fed_entry.team_id`);
    const ownEntry =
      typeof own === 'boolean'
        ? own
        : sql<boolean>`exists (select 1 from entry fed_entry where fed_entry.id = ${row.col('entry')} and ${own})`;
    return anyOf(
      ofResult(publication, oversees(viewer)),
      ownEntry === false ? false : allOf(ofResult(publication, allOf(noticed, closed)), ownEntry),
    );
  },
  actions: {},
});

/** Remarks the office withholds: the office and auditors; neither the judge nor the entrant learns of it. */
export const withheldRemarkAccess = defineAccess({
  subject: 'WithheldRemark',
  read: (viewer, row) => {
    const seen = anyOf(audits(viewer), runsRound(viewer, sql`withheld_sheet.round_id`));
    if (typeof seen === 'boolean') return seen;
    return sql<boolean>`exists (select 1 from score_sheet withheld_sheet where withheld_sheet.id = ${row.col('sheet')} and ${seen})`;
  },
  actions: {},
});
