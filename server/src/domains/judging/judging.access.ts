import { sql } from 'kysely';
import { defineAccess, type RowRule, seenWith } from '../../platform/access/access.ts';
import { allOf, anyOf, type Condition } from '../../platform/access/condition.ts';
import type { Viewer } from '../../platform/access/viewer.ts';
import type { Row } from '../../platform/read/row.ts';
import { leadsTeam, runsCompetition } from '../competition/index.ts';
import {
  audits,
  isJudge,
  overseesCompetition,
  roundBegun,
  runsJudge,
  runsRound,
} from './judging.conditions.ts';

const ofAccount = (viewer: Viewer, row: Row, property: string): Condition =>
  viewer.accountId === null ? false : sql<boolean>`${row.col(property)} = ${viewer.accountId}`;

const manages: RowRule = (viewer, row) => runsCompetition(viewer, row.col<string>('competition'));
const managesRound: RowRule = (viewer, row) => runsRound(viewer, row.col('round'));

/** Judges: the office, auditors, the person. Nobody else learns a judge's name. */
export const judgeAccess = defineAccess({
  subject: 'Judge',
  read: (viewer, row) =>
    anyOf(overseesCompetition(viewer, row.col<string>('competition')), ofAccount(viewer, row, 'account')),
  actions: { manage: manages, own: (viewer, row) => ofAccount(viewer, row, 'account') },
});

/** Panels: the office and auditors. */
export const judgePanelAccess = defineAccess({
  subject: 'JudgePanel',
  read: (viewer, row) => anyOf(audits(viewer), runsRound(viewer, row.col('round'))),
  actions: { manage: managesRound },
});

/** Conflicts: the office and auditors; a judge those they declared. */
export const conflictAccess = defineAccess({
  subject: 'Conflict',
  read: (viewer, row) => {
    const declared = isJudge(viewer, row.col('judge'));
    return anyOf(
      audits(viewer),
      runsJudge(viewer, row.col('judge')),
      allOf(declared, declared === false ? false : sql<boolean>`${row.col('source')} = 'DECLARED'`),
    );
  },
  actions: { manage: (viewer, row) => runsJudge(viewer, row.col('judge')) },
});

/** Assignments: the office and auditors; a judge the own live ones of rounds that have begun. */
export const assignmentAccess = defineAccess({
  subject: 'Assignment',
  read: (viewer, row) => {
    const own = isJudge(viewer, row.col('judge'));
    return anyOf(
      audits(viewer),
      runsRound(viewer, row.col('round')),
      own === false ? false : allOf(own, sql<boolean>`${row.col('live')}`, roundBegun(row.col('round'))),
    );
  },
  actions: { manage: managesRound },
});

/** Plans: the office and auditors. */
export const assignmentPlanAccess = defineAccess({
  subject: 'AssignmentPlan',
  read: (viewer, row) => anyOf(audits(viewer), runsRound(viewer, row.col('round'))),
  actions: { manage: managesRound },
});

/** Sheets: the office and auditors read them; a judge reads and marks the own ones of rounds that have begun. */
const sheetRead: RowRule = (viewer, row) => {
  const own = isJudge(viewer, row.col('judge'));
  return anyOf(
    audits(viewer),
    runsRound(viewer, row.col('round')),
    own === false ? false : allOf(own, roundBegun(row.col('round'))),
  );
};

export const scoreSheetAccess = defineAccess({
  subject: 'ScoreSheet',
  read: sheetRead,
  actions: {
    /** The judge alone, while in office: not even the office edits a sheet. */
    mark: (viewer, row) =>
      allOf(
        isJudge(viewer, row.col('judge')),
        sql<boolean>`exists (select 1 from judge marking where marking.id = ${row.col('judge')} and marking.state <> 'WITHDRAWN')`,
      ),
    reopen: managesRound,
    /** Keeps the remark from the entrant. */
    withhold: managesRound,
  },
});

/** Marks are seen with their sheet. */
export const markAccess = defineAccess({
  subject: 'Mark',
  ...seenWith(scoreSheetAccess, 'sheet'),
  actions: {},
});

const publicised = (row: Row): Condition =>
  sql<boolean>`(${row.col('official')} and ${row.col('round')} is null and ${row.col('frozenAt')} is not null)`;

/** Results: the office and auditors; everybody the official one of the edition from the public notice on. */
export const resultAccess = defineAccess({
  subject: 'Result',
  read: (viewer, row) => anyOf(overseesCompetition(viewer, row.col<string>('competition')), publicised(row)),
  actions: {
    manage: manages,
    /** Sees lines and flags. */
    oversee: (viewer, row) => overseesCompetition(viewer, row.col<string>('competition')),
  },
});

/** Conditions on the result of a row, for what of it is seen. */
function ofResult(row: Row, condition: Condition): Condition {
  if (typeof condition === 'boolean') return condition;
  return sql<boolean>`exists (select 1 from result row_result where row_result.id = ${row.col('result')} and ${condition})`;
}

const frozenOfficial = sql<boolean>`(row_result.official and row_result.round_id is null and row_result.frozen_at is not null)`;

/** Met by rows of results that the viewer oversees. */
export const overseesRow: RowRule = (viewer, row) =>
  ofResult(row, overseesCompetition(viewer, sql<string>`row_result.competition_id`));

/** Met by rows whose sheets everybody may see: the edition is closed. */
export const rowPublished: RowRule = (viewer, row) =>
  anyOf(
    overseesRow(viewer, row),
    ofResult(
      row,
      sql<boolean>`exists (select 1 from competition closed_edition where closed_edition.id = row_result.competition_id and closed_edition.state = 'CLOSED')`,
    ),
  );

/** Rows: the office and auditors; of a publicised result everybody those with an award, a team the own one. */
export const resultRowAccess = defineAccess({
  subject: 'ResultRow',
  read: (viewer, row) => {
    const own = leadsTeam(viewer, sql<string>`row_entry.team_id`);
    const ownEntry =
      own === false
        ? false
        : sql<boolean>`exists (select 1 from entry row_entry where row_entry.id = ${row.col('entry')} and ${own === true ? sql`true` : own})`;
    return anyOf(
      overseesRow(viewer, row),
      allOf(ofResult(row, frozenOfficial), anyOf(sql<boolean>`${row.col('award')} is not null`, ownEntry)),
    );
  },
  actions: {},
});

/** Background computations: the office and auditors. */
export const computationAccess = defineAccess({
  subject: 'Computation',
  read: (viewer, row) => overseesCompetition(viewer, row.col<string>('competition')),
  actions: { manage: manages },
});

/** Deliberations: the office and auditors. */
export const deliberationAccess = defineAccess({
  subject: 'Deliberation',
  read: (viewer, row) => overseesCompetition(viewer, row.col<string>('competition')),
  actions: { manage: manages },
});

/** Objections: the office, auditors, whoever filed it signed in. */
export const objectionAccess = defineAccess({
  subject: 'Objection',
  read: (viewer, row) =>
    anyOf(overseesCompetition(viewer, row.col<string>('competition')), ofAccount(viewer, row, 'account')),
  actions: {
    decide: manages,
    /** Sees which judges’ sheets are in question. */
    inspect: (viewer, row) => overseesCompetition(viewer, row.col<string>('competition')),
    /** Sees who filed it: not even auditors do. */
    contact: (viewer, row) =>
      anyOf(runsCompetition(viewer, row.col<string>('competition')), ofAccount(viewer, row, 'account')),
  },
});

/** Progress and boards of a round: the office and auditors. */
export const roundOversight = defineAccess({
  subject: 'JudgingProgress',
  read: (viewer, row) => overseesCompetition(viewer, row.col<string>('competition')),
  actions: {},
});

/** The monitor of a round: the office and auditors. */
export const monitorAccess = defineAccess({
  subject: 'JudgingMonitor',
  read: (viewer, row) => overseesCompetition(viewer, row.col<string>('competition')),
  actions: {},
});

/** A judge's queue: rounds that have begun, of editions the viewer judges in. */
export const judgeQueueAccess = defineAccess({
  subject: 'JudgeQueue',
  read: (viewer, row) =>
    viewer.accountId === null
      ? false
      : allOf(
          sql<boolean>`${row.col('state')} <> 'PLANNED'`,
          sql<boolean>`exists (select 1 from judge queued where queued.competition_id = ${row.col('competition')} and queued.account_id = ${viewer.accountId})`,
        ),
  actions: {},
});

/** The dashboard of an edition: the office and auditors. */
export const dashboardAccess = defineAccess({
  subject: 'CompetitionDashboard',
  read: (viewer, row) => overseesCompetition(viewer, row.id),
  actions: {},
});
