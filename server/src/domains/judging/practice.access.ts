import { sql } from 'kysely';
import { defineAccess } from '../../platform/access/access.ts';
import { anyOf } from '../../platform/access/condition.ts';
import { audits, isJudge, judgesCategory, runsRound } from './judging.conditions.ts';

/** Practice entries: the office and auditors; judges of the category once the round has begun. */
export const practiceAccess = defineAccess({
  subject: 'Practice',
  read: (viewer, row) =>
    anyOf(
      audits(viewer),
      runsRound(viewer, row.col('round')),
      judgesCategory(viewer, row.col('round'), row.col('category')),
    ),
  actions: {
    manage: (viewer, row) => runsRound(viewer, row.col('round')),
    /** Marks it for practice. */
    try: (viewer, row) => judgesCategory(viewer, row.col('round'), row.col('category')),
    /** Sees how judges did. */
    oversee: (viewer, row) => anyOf(audits(viewer), runsRound(viewer, row.col('round'))),
  },
});

/** The agreed marks: the office and auditors; a judge once the own marks are in, never before. */
export const practiceMarkAccess = defineAccess({
  subject: 'PracticeMark',
  read: (viewer, row) => {
    const runs = runsRound(viewer, sql`agreed_practice.round_id`);
    const done = isJudge(viewer, sql`tried.judge_id`);
    return anyOf(
      audits(viewer),
      runs === false
        ? false
        : sql<boolean>`exists (select 1 from practice_entry agreed_practice where agreed_practice.id = ${row.col('practice')} and ${runs})`,
      done === false
        ? false
        : sql<boolean>`exists (select 1 from practice_sheet tried where tried.practice_id = ${row.col('practice')} and ${done})`,
    );
  },
  actions: {},
});

/** What judges gave for practice: the office and auditors, each judge the own. */
export const practiceSheetAccess = defineAccess({
  subject: 'PracticeSheet',
  read: (viewer, row) => {
    const runs = runsRound(viewer, sql`tried_practice.round_id`);
    return anyOf(
      audits(viewer),
      runs === false
        ? false
        : sql<boolean>`exists (select 1 from practice_entry tried_practice where tried_practice.id = ${row.col('practice')} and ${runs})`,
      isJudge(viewer, row.col('judge')),
    );
  },
  actions: {},
});

/** Anchors: the office and auditors. No judge can tell one from another entry. */
export const anchorAccess = defineAccess({
  subject: 'Anchor',
  read: (viewer, row) => anyOf(audits(viewer), runsRound(viewer, row.col('round'))),
  actions: { manage: (viewer, row) => runsRound(viewer, row.col('round')) },
});
